// The builder and the check of widgets, and every snippet that the builder shows, run elsewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SITE, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { around, host, widget } from "./host.mjs";

/** The lines that the builder shows under a heading. */
const lines = (page, name) => page.getByRole("group", { name, exact: true }).innerText();

/** What the builder is set to, and how the widget greets. */
const CASES = [
  { fragment: "", heading: "技能补贴测算" },
  { fragment: "#widget=subsidy&programme=care_entry&lang=en&accent=0b6e4f&theme=dark", heading: "What may I claim?", dark: true },
  { fragment: "#widget=levels&lang=zh-Hans", heading: "我能考几级" },
  { fragment: "#widget=courses&district=310101&words=%E6%89%BE%E8%AF%BE", heading: "找课程" },
  { fragment: "#widget=malan", heading: "马兰花创业" },
  { fragment: "#widget=honours&lang=en", heading: "Skills honours" },
  { fragment: "#widget=loan&theme=light", heading: "创业贷款测算" },
];

for (const { fragment, heading, dark } of CASES) {
  test(`the builder's lines run on another site under the policy that it shows (${fragment})`, async (t) => {
    const builder = await visit(t, `/embed${fragment}`, { screen: "desktop" });
    await builder.page.getByRole("heading", { name: "代码", exact: true }).waitFor();
    const policy = (await lines(builder.page, "内容安全策略（CSP）要加的")).replaceAll("\n", " ");
    const snippets = [await lines(builder.page, "用脚本（推荐）"), await lines(builder.page, "不用脚本")];
    const headers = { "Content-Security-Policy": `default-src 'none'; img-src data:; ${policy}` };
    const pages = Object.fromEntries(snippets.map((html, n) => [`/${n}`, { html: around(html), headers }]));
    const origin = await host(t, pages);
    for (const n of [0, 1]) {
      const { page, seen } = await visit(t, null);
      await page.goto(`${origin}/${n}`);
      await widget(page).getByRole("heading", { level: 1, name: heading }).waitFor();
      const title = await page.locator("iframe").getAttribute("title");
      assert.ok(title.length > 0);
      const theme = await widget(page).locator("html").getAttribute("data-theme");
      assert.equal(theme, dark ? "dark" : "light");
      expectQuiet(seen);
    }
    // The check agrees with both.
    for (const html of snippets) {
      await builder.page.goto("/embed/check");
      await builder.page.getByLabel("响应头").fill(`Content-Security-Policy: ${headers["Content-Security-Policy"]}`);
      await builder.page.getByLabel("网页代码").fill(html);
      await builder.page.getByText("没有发现会让小工具失灵的地方").waitFor();
      assert.equal(await builder.page.locator(".findings > li").count(), 0);
    }
  });
}

test("choosing shows the widget and the lines; a reload and the other language keep it", async (t) => {
  const { page, seen } = await visit(t, "/embed", { screen: "desktop" });
  const preview = widget(page);
  await preview.getByRole("heading", { level: 1, name: "技能补贴测算" }).waitFor();
  await page.getByRole("button", { name: "创业贷款测算" }).click();
  await preview.getByRole("heading", { level: 1, name: "创业贷款测算" }).waitFor();
  await page.getByRole("group", { name: "语言" }).getByRole("button", { name: "英文" }).click();
  await preview.getByRole("heading", { level: 1, name: "What a start-up loan costs" }).waitFor();
  await page.getByRole("group", { name: "深浅" }).getByRole("button", { name: "深色" }).click();
  await page.getByLabel("强调色").fill("#ffe000");
  // Yellow can't be read on white; on a dark ground it can.
  await page.getByText(/浅色时用 #[0-9a-f]{6}，深色时用 #ffe000/).waitFor();
  await page.getByLabel("链接文字").fill('贷款 "算一算" <b>');
  const code = await lines(page, "用脚本（推荐）");
  assert.ok(code.startsWith(`<a class="bazhu-widget" href="${SITE}/embed/loan" data-lang="en" data-theme="dark" data-accent="#ffe000">贷款 "算一算" &lt;b></a>`.replaceAll('"算一算"', "&quot;算一算&quot;")), code);
  await preview.getByRole("heading", { level: 1 }).waitFor();
  await page.reload();
  assert.equal(await page.getByLabel("强调色").inputValue(), "#ffe000");
  assert.equal(await lines(page, "用脚本（推荐）"), code);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Put Bazhu on your site" }).waitFor();
  assert.equal(await lines(page, "With the script (recommended)"), code);
  expectNothingSent(seen, ["ffe000", "算一算"]);
  expectQuiet(seen);
});

test("/about leads to both pages, and each to the other", async (t) => {
  for (const [screen, lang] of [["phone", "zh-Hans"], ["desktop", "en"]]) {
    const { page, seen } = await visit(t, `/about?lang=${lang}`, { screen });
    await page.locator("#elsewhere").getByRole("link").first().click();
    await page.getByRole("heading", { level: 1, name: lang === "en" ? "Put Bazhu on your site" : "把八柱放进您的网站" }).waitFor();
    await page.getByRole("link", { name: lang === "en" ? "Would my site block it?" : "查一查我的网站会不会挡住它" }).click();
    const check = page.getByRole("heading", { level: 1, name: lang === "en" ? "Would it be blocked?" : "会不会被挡住" });
    await check.waitFor();
    await page.getByRole("link", { name: lang === "en" ? "Get the lines to copy" : "去复制代码" }).first().click();
    await page.waitForURL(/\/embed(\?|#|$)/);
    await page.goto(`/about?lang=${lang}`);
    await page.locator("#elsewhere").getByRole("link").nth(1).click();
    await check.waitFor();
    expectQuiet(seen);
  }
});

test("what is no colour is said at its field", async (t) => {
  const { page } = await visit(t, "/embed");
  await page.getByLabel("强调色").fill("red");
  await page.getByText("请填六位或三位十六进制颜色").waitFor();
  assert.equal(await page.getByLabel("强调色").getAttribute("aria-invalid"), "true");
  assert.ok(!(await lines(page, "用脚本（推荐）")).includes("data-accent"));
  await expectSound(page, "a wrong colour");
});

test("district and programme are offered where the widget takes them", async (t) => {
  const { page } = await visit(t, "/embed");
  await page.getByLabel("只看一个项目").selectOption({ label: "上海市职业技能提升补贴" });
  assert.match(await lines(page, "用脚本（推荐）"), /data-programme="sh_skill_upgrade"/);
  await page.getByRole("button", { name: "找课程" }).click();
  await page.getByLabel("区", { exact: true }).selectOption({ label: "黄浦区" });
  const code = await lines(page, "用脚本（推荐）");
  assert.match(code, /data-district="310101"/);
  assert.ok(!code.includes("data-programme"));
  await page.getByRole("button", { name: "我能考几级" }).click();
  assert.equal(await page.getByLabel("区", { exact: true }).count(), 0);
});

for (const screen of ["phone", "desktop"]) {
  test(`both pages are sound, in both languages (${screen})`, async (t) => {
    for (const language of ["?lang=zh-Hans", "?lang=en"]) {
      const { page, seen } = await visit(t, `/embed${language}#widget=loan`, { screen });
      await widget(page).locator(".widget").waitFor();
      await expectSound(page, `builder ${language}`);
      await page.goto(`/embed/check${language}`);
      await page.locator("#headers").fill("Content-Security-Policy: default-src self; script-src 'strict-dynamic' 'nonce-a'\nX-Frame-Options: DENY\nhuh");
      await page.locator("#html").fill(`<iframe src="${SITE}/embed/lone" sandbox></iframe><script src="${SITE}/embed/v1.js" integrity="sha384-AAAA"></script>`);
      await page.locator(".findings > li").first().waitFor();
      await expectSound(page, `check ${language}`);
      expectQuiet(seen);
    }
  });
}

test("the check says what breaks, where, and the line to write; the line mends it", async (t) => {
  const { page, seen } = await visit(t, "/embed/check", { screen: "desktop" });
  await page.getByText("先在左边或上面贴一点内容").waitFor();
  const policy = "default-src 'self'; img-src *";
  await page.getByLabel("响应头").fill(`HTTP/2 200\nContent-Security-Policy: ${policy}`);
  await page.getByText("有 2 处会让小工具失灵").waitFor();
  await page.getByText("没有贴代码，按推荐的两行查").waitFor();
  const first = page.locator(".findings > li").first();
  assert.match(await first.innerText(), /会失灵[\s\S]*响应头第 2 行[\s\S]*default-src 'self'/);
  assert.match(await first.innerText(), new RegExp(`script-src 'self' ${SITE}/embed/v1.js`));
  // Before and after, in a browser.
  const amended = await lines(page, "改好后的整条策略");
  await page.getByLabel("响应头").fill(`Content-Security-Policy: ${amended}`);
  await page.getByText("没有发现会让小工具失灵的地方").waitFor();
  const builder = await visit(t, "/embed", { screen: "desktop" });
  const snippet = await lines(builder.page, "用脚本（推荐）");
  const headers = (text) => ({ "Content-Security-Policy": text });
  const origin = await host(t, {
    "/before": { html: around(snippet), headers: headers(policy) },
    "/after": { html: around(snippet), headers: headers(amended) },
  });
  const visitor = await visit(t, null);
  await visitor.page.goto(`${origin}/after`);
  await widget(visitor.page).locator(".widget").waitFor();
  await visitor.page.goto(`${origin}/before`);
  assert.equal(await visitor.page.locator("iframe").count(), 0);
  assert.equal(await visitor.page.getByRole("link", { name: "技能补贴测算" }).isVisible(), true);
  expectNothingSent(seen, ["img-src", "default-src"]);
});

test("what the check says of hashes, sandboxes and strict-dynamic is what Chromium does", async (t) => {
  const builder = await visit(t, "/embed", { screen: "desktop" });
  const [snippet, frame] = [await lines(builder.page, "用脚本（推荐）"), await lines(builder.page, "不用脚本")];
  const hash = /sha384-[^"]+/.exec(snippet)[0];
  const site = `frame-src ${SITE}/embed/`;
  const variants = [
    { html: snippet.replace(hash, "sha384-AAAA"), works: false },
    { html: snippet.replace(' crossorigin="anonymous"', ""), works: false },
    { html: snippet.replace("anonymous", "use-credentials"), works: false },
    { html: snippet.replace(/ integrity="[^"]*"/, ""), works: true },
    { html: snippet.replace("<script", '<script type="text/plain"'), works: false },
    { html: snippet.replace('class="bazhu-widget"', ""), works: false },
    { html: snippet, policy: `script-src 'strict-dynamic' 'nonce-abc'; ${site}`, works: false },
    { html: snippet.replace("<script", '<script nonce="abc"'), policy: `script-src 'strict-dynamic' 'nonce-abc'; ${site}`, works: true },
    { html: snippet, policy: `script-src 'strict-dynamic' '${hash}'; ${site}`, works: true },
    { html: snippet, policy: `script-src ${new URL(SITE).host}; ${site}`, works: true },
    { html: snippet, policy: `script-src http:; child-src 'none'; ${site}`, works: true },
    { html: snippet, policy: `script-src http:; frame-src ${SITE}/embed`, works: false },
    { html: snippet, policy: "sandbox allow-scripts", works: false },
    { html: snippet, policy: "sandbox allow-scripts allow-same-origin", works: true },
    { html: frame, policy: "script-src 'none'", works: true },
    { html: frame, policy: "frame-src 'self'", works: false },
    { html: frame.replace("allow-scripts", ""), works: false },
    { html: frame.replace("<iframe", `<iframe csp="script-src 'self'"`), works: false },
    { html: snippet, coep: true, works: true },
  ];
  const pages = Object.fromEntries(
    variants.map(({ html, policy, coep }, n) => {
      const headers = {};
      if (policy) headers["Content-Security-Policy"] = policy;
      if (coep) headers["Cross-Origin-Embedder-Policy"] = "require-corp";
      return [`/${n}`, { html: around(html), headers }];
    }),
  );
  const origin = await host(t, pages);
  const { page } = await visit(t, null);
  await builder.page.goto("/embed/check");
  for (const [n, { html, policy, coep, works }] of variants.entries()) {
    const headers = [policy && `Content-Security-Policy: ${policy}`, coep && "Cross-Origin-Embedder-Policy: require-corp"];
    await builder.page.getByLabel("网页地址（可不填）").fill(`${origin}/`);
    await builder.page.getByLabel("响应头").fill(headers.filter(Boolean).join("\n"));
    await builder.page.getByLabel("网页代码").fill(html);
    const breaks = await builder.page.locator(".verdict.rust").count();
    await page.goto(`${origin}/${n}`);
    const shown = await widget(page)
      .locator(".widget .whose")
      .waitFor({ timeout: works ? 30_000 : 2_500 })
      .then(() => true, () => false);
    assert.equal(shown, works, `in Chromium: ${policy ?? ""} ${html}`);
    assert.equal(breaks === 0, works, `in the check: ${policy ?? ""} ${html}`);
  }
});
