// Widgets on another site: every snippet that docs/embedding.md shows, on pages of another origin.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SITE, expectQuiet, visit } from "./browser.mjs";
import { RESIDENT, SNIPPETS, STRICT, answer, answerAll, around, host, show, widget } from "./host.mjs";

/** Nothing that was sent names an answer. */
function expectKept(seen, texts) {
  for (const { url, headers, body } of seen.requests) {
    const whole = decodeURIComponent(url) + JSON.stringify(headers) + body;
    for (const text of texts) assert.ok(!whole.includes(text), `a request carries "${text}": ${url}`);
  }
}

test("the documents show the script's hash as it is served, with leave for other origins", async () => {
  const answer = await fetch(`${SITE}/embed/v1.js`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const digest = Buffer.from(await crypto.subtle.digest("SHA-384", bytes)).toString("base64");
  assert.match(SNIPPETS.get("loader"), new RegExp(`integrity="sha384-${digest.replaceAll("+", "\\+")}"`));
  assert.ok(bytes.length < 2_000, `${bytes.length} bytes`);
  assert.equal(answer.headers.get("access-control-allow-origin"), "*");
  assert.equal(answer.headers.get("cross-origin-resource-policy"), "cross-origin");
  assert.match(answer.headers.get("cache-control"), /immutable/);
});

test("only widgets may be framed", async () => {
  const ancestors = async (path) => /frame-ancestors ([^;]*)/.exec((await fetch(SITE + path)).headers.get("content-security-policy"))[1];
  assert.match(await ancestors("/embed/subsidy"), /^'self' /);
  for (const path of ["/", "/check", "/result", "/embed", "/embed/", "/embed/check", "/programmes/sh_skill_upgrade", "/plain/index.html"]) {
    assert.equal(await ancestors(path), "'none'", path);
  }
});

test("two lines: a titled frame under a strict policy, the sum after the answers, nothing sent or kept", async (t) => {
  const { page, seen, context } = await show(t, SNIPPETS.get("loader"), { headers: STRICT });
  const frame = widget(page);
  assert.equal(await page.locator("iframe").getAttribute("title"), "技能补贴测算");
  await frame.getByRole("button", { name: /^工作/ }).click();
  const history = await page.evaluate(() => window.history.length);
  await answerAll(frame, RESIDENT);
  const line = frame.locator(".status-list > li", { hasText: "上海市职业技能提升补贴" });
  assert.match(await line.innerText(), /¥3,250/);
  assert.equal(await page.getByRole("link", { name: "技能补贴测算" }).isVisible(), false);
  assert.equal(await page.evaluate(() => window.history.length), history, "the page's back button is its own");
  // The site opens with the same answers, in the fragment.
  const link = frame.getByRole("link", { name: "在八柱打开" });
  assert.equal(await link.getAttribute("rel"), "noopener");
  assert.match(await link.getAttribute("href"), /^\/result#v=[0-9a-f]{12}&d=2026-11-22&f=worker&a=.*certificate_level-3/);
  const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
  await opened.getByRole("heading", { level: 1, name: "我的测算结果" }).waitFor();
  assert.match(await opened.locator("#p-sh_skill_upgrade .figure").innerText(), /¥3,250/);
  expectKept(seen, ["2026-01-15", "biomedicine", "residence", new URL(page.url()).host.replace("localhost", "localhost/x")]);
  assert.deepEqual(await context.cookies(), []);
  expectQuiet(seen);
});

test("two at once, each with its own title, height, language, colour and answers", async (t) => {
  const { page, seen } = await show(t, SNIPPETS.get("two"), { headers: STRICT });
  const [first, second] = [widget(page, 0), widget(page, 1)];
  await first.locator(".asked").waitFor();
  await page.locator("iframe").nth(1).scrollIntoViewIfNeeded();
  await second.getByRole("heading", { level: 1, name: "Find a course" }).waitFor();
  assert.equal(await second.getByLabel("District").inputValue(), "310115");
  for (const text of await second.locator(".status-list > li").allInnerTexts()) assert.match(text, /浦东新区/);
  await first.getByText("上海市职业技能提升补贴").waitFor();
  assert.equal(await first.locator("html").evaluate((root) => root.style.getPropertyValue("--iris")), "#0b6e4f");
  assert.equal(await second.locator("html").evaluate((root) => root.style.getPropertyValue("--iris")), "");
  for (const nth of [0, 1]) {
    await page.waitForFunction((nth) => parseFloat(document.querySelectorAll("iframe")[nth].style.height) !== 480, nth);
    const { frame, body } = {
      frame: await page.locator("iframe").nth(nth).evaluate((frame) => frame.clientHeight),
      body: await widget(page, nth).locator("body").evaluate((body) => body.scrollHeight),
    };
    assert.ok(frame - body >= 0 && frame - body <= 1, `frame ${nth} is as high as its content: ${frame}, ${body}`);
  }
  expectQuiet(seen);
});

test("a frame without the script, in its sandbox: works, and the site opens", async (t) => {
  const { page, seen, context } = await show(t, SNIPPETS.get("frame"), { headers: STRICT });
  const frame = widget(page);
  await frame.getByLabel("How much").fill("100000");
  await frame.getByLabel("LPR (loan prime rate)").fill("3.85");
  await frame.getByLabel("For how many months").fill("12");
  await frame.getByLabel("For how many months").press("Enter");
  // The textbook loan of the loan page's test.
  assert.equal(await frame.locator("#loan-result .big").innerText(), "¥1,185.95");
  assert.equal(await frame.locator(".hand-over").count(), 0, "nobody to hand it to");
  const link = frame.getByRole("link", { name: "Open in Bazhu" });
  const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
  await opened.locator("#loan-result").waitFor();
  assert.equal(await opened.locator("#loan-result .big").innerText(), "¥1,185.95");
  expectKept(seen, ["100000", "3.85"]);
  expectQuiet(seen);
});

test("a sandbox that allows scripts alone: answers by Enter, and the address to copy", async (t) => {
  const snippet = SNIPPETS.get("frame").replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"').replace("/embed/loan", "/embed/levels");
  const { page } = await show(t, snippet);
  const frame = widget(page);
  for (let n = 0; n < 12 && (await frame.locator(".asked input").count()) === 0; n += 1) await answer(frame, { held_level: 0, trade_status: 0 });
  const field = frame.locator(".asked input").first();
  await field.waitFor();
  const id = await frame.locator(".asked").getAttribute("data-question");
  await field.fill("7");
  await field.press("Enter");
  await frame.locator(`.asked:not([data-question="${id}"]), .widget:not(:has(.asked))`).first().waitFor();
  await frame.getByRole("link", { name: "Open in Bazhu" }).click();
  const address = frame.getByLabel("Did it not open? Copy this address:");
  assert.match(await address.inputValue(), new RegExp(`^${SITE}/levels#v=.*${id}-7`));
});

test("storage blocked: nothing is missing, nothing is said", async (t) => {
  const { page, seen } = await show(t, SNIPPETS.get("loader"), { storage: false });
  const frame = widget(page);
  await frame.getByRole("button", { name: /^工作/ }).click();
  await answerAll(frame, RESIDENT);
  await frame.getByText("¥3,250").first().waitFor();
  assert.equal(await frame.getByText("不允许保存").count(), 0);
  expectQuiet(seen);
});

test("where storage is allowed nothing is kept in it", async (t) => {
  const { page, context } = await visit(t, "/embed/subsidy");
  await page.getByRole("button", { name: /^工作/ }).click();
  await page.getByRole("button", { name: "是", exact: true }).click();
  await page.locator('.asked:not([data-question="has_certificate"])').waitFor();
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length]), [0, 0]);
  assert.deepEqual(await context.cookies(), []);
});

test("without scripts the link is there and leads to the widget's page", async (t) => {
  const { page } = await show(t, SNIPPETS.get("loader"), { javaScript: false });
  assert.equal(await page.locator("iframe").count(), 0);
  await page.getByRole("link", { name: "技能补贴测算" }).click();
  // Playwright's searches by text leave <noscript> out.
  await page.locator("noscript p", { hasText: "JavaScript" }).first().waitFor();
  assert.equal(await page.locator("noscript a").first().getAttribute("href"), "/plain/index.html");
});

test("a plain link opens the widget as a page", async (t) => {
  const { page, seen } = await show(t, SNIPPETS.get("link"), { headers: STRICT });
  await page.getByRole("link", { name: "我能考几级" }).click();
  await page.getByRole("heading", { level: 1, name: "我能考几级" }).waitFor();
  await page.locator(".asked").waitFor();
  assert.equal(await page.locator(".hand-over").count(), 0);
  expectQuiet(seen);
});

test("a policy that shows no frames: the link stays and the frame goes", async (t) => {
  const headers = { "Content-Security-Policy": `script-src ${SITE}/embed/v1.js; frame-src 'none'` };
  const origin = await host(t, { "/": { html: around(SNIPPETS.get("loader")), headers } });
  const { page, context } = await visit(t, null);
  await context.clock.install();
  await page.goto(origin);
  await page.locator("iframe").waitFor({ state: "attached" });
  await context.clock.runFor(16_000);
  await page.locator("iframe").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("link", { name: "技能补贴测算" }).isVisible(), true);
});

test("a page that isolates itself (COEP, COOP) may frame widgets", async (t) => {
  const headers = { "Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin" };
  for (const name of ["loader", "frame"]) {
    const { page, seen } = await show(t, SNIPPETS.get(name), { headers });
    assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
    await widget(page).locator(".widget .whose").waitFor();
    expectQuiet(seen);
  }
});

test("the focus stays on the page around", async (t) => {
  const { page } = await show(t, `<label>Name <input id="own" autofocus></label>${SNIPPETS.get("loader")}`);
  await widget(page).locator(".widget").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), "own");
});

test("a link that comes later is made a frame, and one that goes is forgotten", async (t) => {
  const { page } = await show(t, SNIPPETS.get("loader"));
  await widget(page).locator(".widget").waitFor();
  await page.evaluate(() => {
    const link = document.querySelector("a.bazhu-widget").cloneNode(true);
    link.style.display = "";
    link.href = link.href.replace("subsidy", "loan");
    document.querySelector("iframe").remove();
    document.querySelector("#after").append(link);
  });
  await widget(page).getByRole("heading", { level: 1, name: "创业贷款测算" }).waitFor();
  assert.equal(await page.locator("iframe").count(), 1);
});
