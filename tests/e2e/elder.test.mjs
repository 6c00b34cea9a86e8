// Elder mode: larger type, one screen at a time, read aloud, 12333 in reach, on every page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFits, expectQuiet, expectSound, expectTapTargets, visit } from "./browser.mjs";

const RESULT = "/result#v=0&d=2026-11-22&f=worker&a=residence-shanghai";

const size = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const isElder = (page) => page.evaluate(() => "elder" in document.documentElement.dataset);
const next = (page) => page.locator("#screen-next");
/** Waits until the pager says that it is the nth screen; gives how many there are. */
async function at(page, nth) {
  const said = page.locator("nav.pager").getByRole("status");
  await page.waitForFunction(
    (n) => document.querySelector("nav.pager [role=status]")?.textContent.match(/\d+/)?.[0] === String(n),
    nth,
  );
  return Number(/\d+\D+(\d+)/.exec(await said.innerText())[1]);
}
/** The main headings in sight. */
const headings = (page) =>
  page.locator("main :is(h1, h2, h3)").evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.innerText));

test("the switch is on every page, names what it does, is kept, and makes type a third larger", async (t) => {
  const { page, seen } = await visit(t, "/levels");
  const before = await size(page);
  const on = page.getByRole("button", { name: /^长辈版/ });
  await on.waitFor();
  await expectTapTargets(page);
  await on.click();
  const off = page.getByRole("button", { name: /^标准版/ });
  await off.waitFor();
  const ratio = (await size(page)) / before;
  assert.ok(Math.abs(ratio - 4 / 3) < 0.01, `a third larger: ${ratio}`);
  await page.locator("aside.call").getByRole("link", { name: "打 12333" }).waitFor();
  for (const route of ["/levels", "/", "/result", "/nowhere"]) {
    await page.goto(route);
    await off.waitFor();
    assert.ok(await isElder(page), route);
  }
  await off.click();
  await on.waitFor();
  assert.equal(await size(page), before);
  await page.reload();
  await on.waitFor();
  assert.equal(await isElder(page), false);
  expectQuiet(seen);
});

test("the type is large before the app is there", async (t) => {
  const { page } = await visit(t, null, { elder: true });
  await page.route(/\.(wasm|js)$/, () => {});
  await page.goto("/levels", { waitUntil: "commit" });
  await page.getByText("12333").first().waitFor();
  assert.ok(await isElder(page));
  assert.ok((await size(page)) > 22);
});

test("`?elder=1` turns it on for the visit and is carried on, with storage and without", async (t) => {
  for (const storage of [true, false]) {
    const { page } = await visit(t, "/?elder=1&lang=en", { storage });
    await page.getByRole("button", { name: /^Standard/ }).waitFor();
    await page.locator("main").getByRole("link", { name: /^Work/ }).click();
    await page.waitForURL(/\/check\?.*#q=/);
    await page.reload();
    await page.getByRole("button", { name: /^Standard/ }).waitFor();
    assert.ok(await isElder(page));
    if (storage) assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.elder")), null, "a link is no choice");
    // Off again: that is the visitor's own word, and holds.
    await page.getByRole("button", { name: /^Standard/ }).click();
    await page.getByRole("button", { name: /^Large text/ }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: /^Large text/ }).waitFor();
    assert.equal(await isElder(page), false);
  }
});

test("with storage blocked the choice is kept in the address", async (t) => {
  const { page } = await visit(t, "/levels", { storage: false });
  await page.getByRole("button", { name: /^长辈版/ }).click();
  await page.waitForURL(/\/levels\?lang=zh-Hans&elder=1/);
  await page.reload();
  assert.ok(await isElder(page));
  await page.getByRole("button", { name: /^标准版/ }).click();
  await page.waitForURL(/\/levels\?lang=zh-Hans&elder=0/);
});

test("one screen at a time: on, back, by the browser's back button, and again after a page between", async (t) => {
  const { page, seen } = await visit(t, RESULT, { elder: true });
  const of = await at(page, 1);
  assert.ok(of >= 5);
  assert.deepEqual((await headings(page)).slice(0, 1), ["我的测算结果"]);
  assert.equal(await page.locator("#screen-before").isVisible(), false, "nothing before the first");
  const first = await page.locator("main").innerText();
  assert.match(first, /第|¥/);
  await next(page).click();
  await at(page, 2);
  // The heading of what is now in sight has the focus, and the old screen is gone.
  await page.waitForFunction(() => document.activeElement?.matches("main :is(h2, h3)") && document.activeElement.checkVisibility());
  assert.equal(await page.locator(".hero").isVisible(), false);
  const second = await headings(page);
  await next(page).click();
  await at(page, 3);
  assert.notDeepEqual(await headings(page), second);
  await page.locator("#screen-before").click();
  await at(page, 2);
  assert.deepEqual(await headings(page), second);
  await page.goBack();
  await at(page, 3);
  await page.goBack();
  await at(page, 2);
  // A page between: coming back, the same screen is in sight.
  await page.getByRole("link", { name: "八柱" }).click();
  await page.waitForURL(/\/$/);
  await at(page, 1);
  await page.goBack();
  await page.waitForURL(/\/result/);
  await at(page, 2);
  assert.deepEqual(await headings(page), second);
  await page.goBack();
  await at(page, 1);
  await page.locator(".hero").waitFor();
  expectQuiet(seen);
});

test("the keyboard alone goes from screen to screen", async (t) => {
  const { page } = await visit(t, "/programmes/ui_skill_upgrade", { elder: true, screen: "desktop" });
  const of = await at(page, 1);
  for (let nth = 2; nth <= of; nth += 1) {
    // From the heading on, Tab leads through the screen to the button, past nothing hidden.
    for (let tabs = 0; tabs < 60; tabs += 1) {
      await page.keyboard.press("Tab");
      const id = await page.evaluate(() => {
        if (!document.activeElement.checkVisibility()) return "hidden";
        return document.activeElement.id;
      });
      assert.notEqual(id, "hidden");
      if (id === "screen-next") break;
    }
    await page.keyboard.press("Enter");
    await at(page, nth);
    await page.waitForFunction(() => document.activeElement?.matches("main :is(h1, h2, h3)"));
  }
});

test("what is focused is never below the bar of 12333, and the page's end is above it", async (t) => {
  const { page } = await visit(t, "/levels", { elder: true });
  await at(page, 1);
  const bar = await page.locator("aside.call").boundingBox();
  assert.equal(Math.round(bar.y + bar.height), 740, "at the bottom of the window");
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await page.keyboard.press("Tab");
    const { bottom, inBar } = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      // Past the last one the focus is the browser's own.
      const outside = document.activeElement === document.body;
      return { bottom: box.bottom, inBar: outside || document.activeElement.closest("aside.call") !== null };
    });
    assert.ok(inBar || bottom <= bar.y + 1, `${await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80))} ends at ${bottom}`);
  }
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const foot = await page.locator("footer.foot").boundingBox();
  assert.ok(foot.y + foot.height <= bar.y + 1, "the foot ends above the bar");
});

test("a link to a place on the page opens its screen, from outside and from within", async (t) => {
  const { page } = await visit(t, "/result#v=0&d=2026-11-22&f=worker&a=residence-shanghai", { elder: true });
  await at(page, 1);
  const id = await page.locator("article.programme").last().getAttribute("id");
  assert.equal(await page.locator(`#${id}`).isVisible(), false);
  await page.evaluate((id) => {
    const link = document.createElement("a");
    link.href = `/result#p=${id.slice(2)}`;
    document.querySelector("header").append(link);
    link.click();
    link.remove();
  }, id);
  await page.locator(`#${id}`).waitFor();
  // A plain fragment, too.
  await page.goto("/programmes/ui_skill_upgrade");
  const of = await at(page, 1);
  assert.ok(of > 1);
  await page.evaluate(() => {
    const last = [...document.querySelectorAll("main section.card")].at(-1);
    last.id = "the-last";
    location.hash = "the-last";
  });
  await page.locator("#the-last").waitFor();
  await at(page, of);
});

test("what is renewed stays on its screen", async (t) => {
  const { page } = await visit(t, RESULT, { elder: true });
  await at(page, 1);
  await next(page).click();
  await at(page, 2);
  const before = await headings(page);
  // Something comes in before the screen, and the page is rendered anew.
  await page.evaluate(() => {
    const first = document.createElement("section");
    first.className = "card";
    first.textContent = "neu";
    document.querySelector("main .hero").before(first);
  });
  await at(page, 3);
  assert.deepEqual(await headings(page), before);
  await page.getByRole("button", { name: /English/ }).click();
  await page.waitForFunction(() => document.documentElement.lang === "en");
  const said = page.locator("nav.pager").getByRole("status");
  await said.getByText(/^Screen [23] of/).waitFor();
});

test("the loan's result opens by itself", async (t) => {
  const { page } = await visit(t, "/loan", { elder: true });
  await page.getByLabel("贷多少").fill("100000");
  await page.getByLabel("LPR（贷款市场报价利率）").fill("3.85");
  await page.getByRole("button", { name: "计算" }).click();
  await page.locator("#loan-result").waitFor();
  await expectSound(page, "the loan's result");
});

test("/check is one question a screen without anything beside it, and its answers are on the result", async (t) => {
  const { page, seen } = await visit(t, "/check#q=residence", { elder: true });
  await page.getByRole("heading", { level: 1, name: "您的户籍在哪里？" }).waitFor();
  assert.equal(await page.getByRole("region", { name: "我的回答" }).isVisible(), false);
  assert.equal(await page.getByText("几种情况").isVisible(), false);
  assert.equal(await page.locator("#live-list").isVisible(), false);
  assert.equal(await page.locator("nav.pager").isVisible(), false);
  await expectSound(page, "/check");
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await page.waitForFunction(() => !location.hash.includes("residence"));
  await page.getByRole("link", { name: "看结果" }).click();
  await page.waitForURL(/\/result/);
  const of = await at(page, 1);
  for (let nth = 2; nth <= of; nth += 1) {
    await next(page).click();
    await at(page, nth);
  }
  await page.getByRole("region", { name: "我的回答" }).getByText("上海", { exact: true }).waitFor();
  expectQuiet(seen);
});

test("printing shows the whole page and no bar", async (t) => {
  const { page } = await visit(t, "/programmes/ui_skill_upgrade", { elder: true });
  const of = await at(page, 1);
  const cards = page.locator("main section.card:not(.no-print)");
  const count = () => cards.evaluateAll((all) => all.filter((card) => card.checkVisibility()).length);
  const one = await count();
  await page.emulateMedia({ media: "print" });
  assert.ok((await count()) > one && (await count()) >= of - 1);
  assert.equal(await page.locator("aside.call").isVisible(), false);
  assert.equal(await page.locator("nav.pager").isVisible(), false);
});

test("where its code does not come, the page is whole, large, and 12333 is in reach", async (t) => {
  const { page } = await visit(t, null, { elder: true });
  await page.route(/split_beside/, (route) => route.abort());
  await page.goto("/programmes/ui_skill_upgrade");
  await page.locator("main section.card").last().waitFor();
  assert.ok((await page.locator("main section.card").count()) > 2);
  await page.locator("aside.call").getByRole("link", { name: "打 12333" }).waitFor();
  await expectFits(page);
});
