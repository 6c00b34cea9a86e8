/* Bazhu widgets v1: a frame for each <a class="bazhu-widget">. MIT/Apache-2.0 */
(function (d, all, dark, timer) {
	function theme(a) {
		var t = a.getAttribute('data-theme'), c = getComputedStyle(a.parentNode).color, n = c.match(/[\d.]+/g);
		return t == 'light' || t == 'dark' ? t : (/^rgb/.test(c) ? n[1] > 120 : /^ok/.test(c) ? n[0] > .6 : dark.matches) ? 'dark' : 'light';
	}
	function tell(x) {
		x.up && x.t != (x.t = theme(x.a)) && x.f.contentWindow.postMessage({ bazhu: 1, theme: x.t }, x.a.origin);
	}
	function make(a) {
		if (a.bazhu) return;
		var f = d.createElement('iframe'), x = a.bazhu = { a: a, f: f }, to = a.href.split('#')[0] + '#theme=' + theme(a);
		'lang accent district programme'.split(' ').forEach(function (k) {
			var v = a.getAttribute('data-' + k) || k == 'lang' && (a.closest('[lang]') || a).lang;
			if (v) to += '&' + k + '=' + encodeURIComponent(v);
		});
		f.title = a.textContent;
		f.loading = 'lazy';
		f.style.cssText = 'display:block;width:100%;height:480px;border:0;border-radius:12px';
		f.onload = function () {
			setTimeout(function () { x.up || f.remove() }, 15e3);
		};
		f.src = to;
		a.after(f);
		all.push(x);
	}
	function scan() {
		timer = 0;
		d.querySelectorAll('a.bazhu-widget').forEach(make);
		all = all.filter(function (x) { return x.f.isConnected });
		all.forEach(tell);
	}
	function soon() {
		timer = timer || setTimeout(scan, 300);
	}
	addEventListener('message', function (e) {
		var m = e.data || 0;
		all.forEach(function (x) {
			if (m.bazhu !== 1 || e.source != x.f.contentWindow || e.origin != x.a.origin) return;
			x.up = 1;
			x.a.style.display = 'none';
			if (m.height > 0) x.f.style.height = m.height + 'px';
			if (m.result) x.a.dispatchEvent(new CustomEvent('bazhu:result', { bubbles: 1, detail: m.result }));
			tell(x);
		});
	});
	new MutationObserver(soon).observe(d, { attributes: 1, childList: 1, subtree: 1 });
	dark.onchange = soon;
	scan();
})(document, [], matchMedia('(prefers-color-scheme: dark)'));
