// Newer rules while a page is open: never taken without a word, never taken when damaged.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, expectSound, visit } from "./browser.mjs";
import { follow, forward, idle, withClock } from "./idle.mjs";
import { backend, built, otherPack, packOf, serve } from "./site.mjs";

const ANSWERS =
  "has_certificate-true~situation-employed~residence-shanghai~certificate_kind-level~certificate_level-4" +
  "~certificate_issued_on-2026-08-01~working_age-true~same_certificate_claimed-false" +
  "~certificate_in_shortage_list-true~certificate_field-other~disabled-false~veteran_within_5_years-false" +
  "~employer_kind-enterprise~ui_insured_months-24~certificate_verified-true~higher_level_claimed-false" +
  "~training_subsidy_claimed-false~claims_this_year-0~care_frontline-false";
const LINK = `/result#v=0&d=2026-11-22&f=worker&a=${ANSWERS}`;

/** A server with an API whose pack is `pack`. Without a worker: it would bring the newer site itself. */
async function open(t, path, change) {
  const site = await serve(t);
  site.api = backend(site.files);
  site.api.version = "2026.12.01";
  change?.(site.api, packOf(site.files).bytes);
  const view = await visit(t, null, { context: { baseURL: site.url, serviceWorkers: "block" } });
  await withClock(view.page);
  if (path) await view.page.goto(path);
  return { site, ...view };
}

/** Waits until the server was asked for something. */
async function asked(page, site, what) {
  for (let n = 0; n < 150 && !site.log.some((line) => what.test(line)); n += 1) await page.waitForTimeout(100);
  assert.ok(site.log.some((line) => what.test(line)), `${what} was asked for`);
}

const version = (page) => page.locator("footer").getByText(/规则版本|Rules version/).innerText();

/** 2,000 becomes 2,200 wherever the rules hold it: the number as a pack writes it. */
const DEARER = [Buffer.from([0xa0, 0x1f]), Buffer.from([0xb0, 0x22])];

test("newer rules: the figure stays until the visitor says so, then it is the new one; answers are kept", async (t) => {
  const { page, seen } = await open(t, LINK, (api, own) => {
    api.pack = otherPack(own, ["2026.11.22", "2026.12.01"], DEARER);
  });
  const sum = page.locator(".hero .big");
  assert.equal(await sum.innerText(), "¥1,600");
  await page.getByRole("region", { name: "请注意" }).getByRole("button", { name: "知道了" }).click();
  await idle(page);
  const news = page.locator(".news");
  await news.getByText("规则有更新：版本 2026.12.01，核对至 2026年11月22日。本页还是按原来的规则计算的。").waitFor();
  assert.equal(await sum.innerText(), "¥1,600");
  assert.match(await version(page), /2026\.11\.22/);
  await expectSound(page, "told of newer rules");
  await page.getByRole("button", { name: "English" }).click();
  await news.getByText("There are newer rules: version 2026.12.01, checked on 22 November 2026.").waitFor();
  await news.getByRole("button", { name: "Work it out again" }).click();
  await page.waitForFunction(() => document.querySelector(".hero .big")?.innerText === "¥1,760");
  await news.getByText("The rules were updated: version 2026.12.01").waitFor();
  assert.match(await version(page), /2026\.12\.01/);
  await page.getByRole("region", { name: "My answers" }).getByText("Shanghai").first().waitFor();
  // Another page of the same visit uses them too, and they are asked for no more.
  await page.getByRole("button", { name: "Got it" }).click();
  await page.locator(".foot a[href='/plain/index.html']").waitFor();
  await forward(page, 20 * 60_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await page.waitForTimeout(500);
  assert.equal(await news.count(), 0);
  expectQuiet(seen);
});

test("pages over the catalogue take the newer one with the rules", async (t) => {
  const { page, site, seen } = await open(t, "/courses", (api, own) => {
    api.pack = otherPack(own, ["2026.11.22", "2026.12.01"]);
  });
  await page.locator(".catalogue li").first().waitFor();
  await idle(page);
  const button = page.getByRole("button", { name: "重新计算" });
  await button.waitFor();
  // What the page uses is here before it is offered.
  const fetched = site.log.filter((line) => /GET \/api\/v1\/packs\/[0-9a-f]{32}/.test(line));
  assert.ok(fetched.length >= 5, fetched.join(" "));
  site.log.length = 0;
  await button.click();
  await page.locator(".news").getByText("规则已更新").waitFor();
  await page.locator(".catalogue li").first().waitFor();
  await page.getByRole("searchbox").first().fill("养老护理");
  await page.locator(".catalogue li").filter({ hasText: "养老护理" }).first().waitFor();
  assert.deepEqual(site.log.filter((line) => line.includes("/packs/shanghai")), []);
  // A part that comes later is the newer catalogue's.
  await follow(page, "/occupations");
  await page.getByText("生产制造及有关人员").waitFor();
  assert.deepEqual(site.log.filter((line) => line.includes("/packs/shanghai")), []);
  expectQuiet(seen);
});

test("damaged rules, of another format, or for another place are not used and not spoken of", async (t) => {
  const own = packOf(built()).bytes;
  const cut = Buffer.from(own);
  cut[200] ^= 1;
  const format = Buffer.from(own);
  format.writeUInt16LE(format.readUInt16LE(4) + 1, 4);
  const older = Buffer.from(own);
  older.writeUInt16LE(older.readUInt16LE(4) - 1, 4);
  for (const [what, pack] of [["damaged", cut], ["newer", format], ["older", older]]) {
    const { page, site } = await open(t, LINK, (api) => {
      // Under another hash than the page's own.
      pack[21] ^= 1;
      api.pack = pack;
    });
    await page.locator(".hero .big").waitFor();
    await idle(page);
    await asked(page, site, /packs\/[0-9a-f]{32}$/);
    await page.waitForTimeout(300);
    assert.equal(await page.locator(".news").count(), 0, what);
    assert.equal(await page.locator(".hero .big").innerText(), "¥1,600", what);
    assert.match(await version(page), /2026\.11\.22/, what);
    await site.stop();
  }
});

test("rules that are taken back are no longer offered", async (t) => {
  const { page, site } = await open(t, LINK, (api, own) => {
    api.pack = otherPack(own, ["2026.11.22", "2026.12.01"]);
  });
  await idle(page);
  await page.getByRole("button", { name: "重新计算" }).waitFor();
  site.api.pack = packOf(site.files).bytes;
  await forward(page, 11 * 60_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await page.locator(".news").waitFor({ state: "detached" });
});

test("a site without a server is asked once and nothing is said", async (t) => {
  const site = await serve(t);
  const { page, seen } = await visit(t, null, { context: { baseURL: site.url, serviceWorkers: "block" } });
  await withClock(page);
  await page.goto("/check");
  await idle(page);
  await asked(page, site, /packs\/current$/);
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".news").count(), 0);
  expectQuiet(seen);
});

test("an answer that the newer rules do not know is told", async (t) => {
  const { page } = await open(t, "/check#q=residence", (api, own) => {
    // The question has another id in the newer rules.
    api.pack = otherPack(own, ["2026.11.22", "2026.12.01"], ["residence", "residenze"]);
  });
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await page.waitForFunction(() => !location.hash.includes("q=residence"));
  await idle(page);
  await page.getByRole("button", { name: "重新计算" }).click();
  await page.getByText("规则更新后，以下回答不再适用，已去掉").waitFor();
});
