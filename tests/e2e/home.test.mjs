// The home page: three ways in, the search, straight ways, and no shift when the app comes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, expectSound, visit } from "./browser.mjs";

for (const screen of ["phone", "desktop"]) {
  test(`three ways in, search, 12333, and the other pages (${screen})`, async (t) => {
    const { page, seen } = await visit(t, "/", { screen });
    await page.getByRole("searchbox", { name: "找一项补贴" }).waitFor();
    const main = page.getByRole("main");
    for (const [name, href] of [
      [/^工作/, "/check#for=worker"],
      [/^学习/, "/check#for=student"],
      [/^创业 /, "/check#for=founder"],
      [/我能考几级/, "/levels"],
      [/创业贷款怎么还/, "/loan"],
      [/全部政策/, "/programmes"],
      [/12333/, "tel:12333"],
    ]) {
      assert.equal(await main.getByRole("link", { name }).first().getAttribute("href"), href, String(name));
    }
    await main.getByText("答案只留在您的设备上，不上传。").waitFor();
    await expectSound(page, "home");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("searchbox", { name: "Find a programme" }).waitFor();
    await expectSound(page, "home in English");
    expectQuiet(seen);
  });

  test(`below the fold: start-up guide, employers, honours, pillars, what is new (${screen})`, async (t) => {
    const { page, seen } = await visit(t, "/", { screen });
    const main = page.getByRole("main");
    for (const [name, href] of [
      [/^马兰花创业指南/, "/malan"],
      [/^用人单位/, "/employers"],
      [/^紧缺职业/, "/shortage"],
      [/^看荣誉榜/, "/honours"],
      [/^看八柱政策/, "/pillars"],
    ]) {
      const link = main.getByRole("link", { name });
      await link.waitFor();
      assert.equal(await link.getAttribute("href"), href, String(name));
    }
    // The newest entry of the pack's change log, with its day.
    const news = main.locator(".card").filter({ has: page.getByRole("heading", { name: "最近更新" }) });
    await news.getByText(/^\d{4}年\d+月\d+日$/).waitFor();
    await news.locator('a[href="/whats-new"]').waitFor();
    await expectSound(page, "home with its lower half");
    expectQuiet(seen);
  });

  test(`home is whole without its lower half (${screen})`, async (t) => {
    const { page } = await visit(t, null, { screen });
    await page.route(/split_beside/, (route) => route.abort());
    await page.goto("/");
    await page.getByRole("searchbox", { name: "找一项补贴" }).waitFor();
    await expectSound(page, "without its lower half");
  });
}

for (const [screen, elder] of [["phone", false], ["desktop", false], ["phone", true], ["desktop", true]]) {
  test(`nothing moves when the app takes the painted shell's place (${screen}${elder ? ", elder mode" : ""})`, async (t) => {
    const { page } = await visit(t, null, { screen, elder });
    await page.addInitScript(() => {
      const instantiate = WebAssembly.instantiate;
      const held = new Promise((resolve) => (window.release = resolve));
      WebAssembly.instantiate = (...code) => held.then(() => instantiate(...code));
    });
    await page.goto("/", { waitUntil: "domcontentloaded" });
    await page.locator("#loading").waitFor();
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll(".brand, h1, .lead, .way, main .private")].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [element.className || element.tagName, x, y, width, height].map((n) => (typeof n === "number" ? Math.round(n) : n)).join(" ");
        }),
      );
    await page.waitForLoadState("load").catch(() => {});
    const painted = await places();
    await page.evaluate(() => window.release());
    await page.getByRole("searchbox", { name: "找一项补贴" }).waitFor();
    assert.deepEqual(await places(), painted);
  });
}

test("a search from home finds the programme", async (t) => {
  const { page } = await visit(t, "/");
  await page.getByRole("searchbox", { name: "找一项补贴" }).fill("落户");
  await page.getByRole("button", { name: "搜索" }).click();
  await page.getByRole("link", { name: /高技能人才引进落户/ }).waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "落户");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "职业技能补贴自助测算" }).waitFor();
});
