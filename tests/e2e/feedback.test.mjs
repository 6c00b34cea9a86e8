// Remarks on a result: kept on the device, to be seen, changed and deleted; sent once, when the page
// is left, where a server takes them, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { follow, idle, withClock } from "./idle.mjs";
import { backend, serve } from "./site.mjs";

const ANSWERS = "residence-shanghai";
const RESULT = `/result#v=0&d=2026-11-22&f=worker&a=${ANSWERS}`;

/** A page of a site without a server, or with one that takes remarks. */
async function open(t, path, { api = false, ...options } = {}) {
  const site = await serve(t);
  if (api) site.api = backend(site.files);
  const context = { baseURL: site.url, serviceWorkers: "block" };
  return { site, ...(await visit(t, path, { ...options, context })) };
}

const opinion = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "您的意见" }) });
const kept = (page) => page.evaluate(() => localStorage.getItem("bazhu.feedback"));
/** The stored remarks, each as its fields. */
const entries = async (page) =>
  ((await kept(page)) ?? "")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

test("one tap keeps it; words can be added, changed, and all be deleted; nothing is sent", async (t) => {
  const { page, seen, site } = await open(t, RESULT);
  const mine = opinion(page);
  await mine.getByText("这台设备上没有您留下的意见。").waitFor();
  await expectSound(page, "nothing said");
  await mine.getByRole("button", { name: "不对", exact: true }).click();
  await mine.getByText("已存在这台设备上。离开本页后，如果本站收意见，就发送一次").waitFor();
  assert.equal(await mine.getByRole("button", { name: "不对", exact: true }).getAttribute("aria-pressed"), "true");
  await mine.getByText("请不要写姓名、电话、证件号").waitFor();
  let [entry] = await entries(page);
  const [id, day, verdict, where, item, pack, text] = entry;
  assert.match(id, /^[0-9a-f]{16}$/);
  assert.match(day, /^\d{4}-\d\d-\d\d$/);
  assert.deepEqual([verdict, where, item, text], ["wrong", "/result", "", ""]);
  // Which rules it was about; never the answers.
  const footer = await page.locator("footer").innerText();
  const [, version, hash] = /规则版本 (\S+)（(\w+)）/.exec(footer);
  assert.ok(pack.startsWith(`${version} ${hash}`), pack);
  assert.ok(!(await kept(page)).includes(ANSWERS));

  await mine.getByLabel("想说明什么（可以不填）").fill("第二项应该是 ¥1,600\n不是 ¥1,500");
  await expectSound(page, "with a field for more");
  await mine.getByRole("button", { name: "保存" }).click();
  await mine.locator(".words").getByText("不是 ¥1,500").waitFor();
  // Another verdict changes the same remark.
  await mine.getByRole("button", { name: "看不懂" }).click();
  await page.waitForFunction(() => localStorage.getItem("bazhu.feedback").includes("unclear"));
  const all = await entries(page);
  assert.equal(all.length, 1);
  assert.equal(all[0][0], id);
  assert.equal(all[0][6], "第二项应该是 ¥1,600\\n不是 ¥1,500");

  await page.reload();
  await mine.locator(".words").getByText("第二项应该是 ¥1,600").waitFor();
  assert.equal(await mine.getByLabel("想说明什么（可以不填）").inputValue(), "第二项应该是 ¥1,600\n不是 ¥1,500");
  await expectSound(page, "with a remark");
  await mine.getByRole("button", { name: "删除：测算结果" }).click();
  await mine.getByText("这台设备上没有您留下的意见。").waitFor();
  assert.equal(await kept(page), null);
  await page.waitForFunction(() => document.activeElement?.id === "remarks");
  expectNothingSent(seen, ["第二项", "1,500", id, "unclear"], site.url);
  expectQuiet(seen);
});

test("a telephone or identity number is not kept, and what was typed stays", async (t) => {
  const { page } = await open(t, RESULT);
  const mine = opinion(page);
  await mine.getByRole("button", { name: "对", exact: true }).click();
  const field = mine.getByLabel("想说明什么（可以不填）");
  await field.fill("请打 138 0013 8000");
  await mine.getByRole("button", { name: "保存" }).click();
  await mine.getByText("里面好像有电话或证件号。请删掉再保存。").waitFor();
  assert.equal(await field.inputValue(), "请打 138 0013 8000");
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  assert.equal(await field.evaluate((it) => document.activeElement === it), true);
  assert.ok(!(await kept(page)).includes("138"));
  await expectSound(page, "a telephone number");
  await field.fill("");
  await mine.getByRole("button", { name: "保存" }).click();
  await mine.getByText("里面好像有电话").waitFor({ state: "detached" });
});

test("each kind of result has its own: a programme's figure, a course's price, a loan", async (t) => {
  const { page, seen } = await open(t, RESULT);
  const card = page.locator("article.programme").first();
  const programme = (await card.getAttribute("id")).slice(2);
  await card.locator("details.working > summary").click();
  await card.getByText("这一项的金额和条件对吗？").waitFor();
  await card.getByRole("button", { name: "看不懂" }).click();
  await page.waitForFunction(() => localStorage.getItem("bazhu.feedback"));
  await page.goto("/programmes/ui_skill_upgrade");
  await opinion(page).getByRole("button", { name: "对", exact: true }).click();
  await page.goto("/courses/S1893");
  await page.locator("section.money").getByRole("button", { name: "不对", exact: true }).click();
  await page.goto("/loan#p=300000&lpr=3.0&n=24");
  await opinion(page).getByRole("button", { name: "对", exact: true }).click();
  await page.getByText("已存在这台设备上").waitFor();
  const all = await entries(page);
  assert.deepEqual(
    all.map(([, , verdict, where, item]) => [verdict, where, item]),
    [
      ["unclear", "/result", programme],
      ["right", "/programmes", "ui_skill_upgrade"],
      ["wrong", "/courses", "S1893"],
      ["right", "/loan", ""],
    ],
  );
  assert.equal(new Set(all.map(([id]) => id)).size, 4);
  await page.goto("/result?lang=en");
  const mine = page.locator("section").filter({ has: page.getByRole("heading", { name: "What you think" }) });
  await mine.getByText("Course S1893").waitFor();
  assert.equal(await mine.locator(".remarks > li").count(), 4);
  await expectSound(page, "four remarks, English");
  await mine.getByRole("button", { name: "Delete all" }).click();
  await mine.getByText("There are no remarks of yours on this device.").waitFor();
  expectQuiet(seen);
});

test("opened working again keeps what is being typed", async (t) => {
  const { page } = await open(t, RESULT);
  const card = page.locator("article.programme").first();
  const summary = card.locator("details.working > summary");
  await summary.click();
  await card.getByRole("button", { name: "不对", exact: true }).click();
  await card.getByLabel("想说明什么（可以不填）").fill("一半");
  await summary.click();
  await summary.click();
  assert.equal(await card.getByLabel("想说明什么（可以不填）").inputValue(), "一半");
});

test("without storage it says so, and holds for the visit", async (t) => {
  const { page, seen } = await open(t, RESULT, { storage: false });
  const mine = opinion(page);
  await mine.getByRole("button", { name: "对", exact: true }).click();
  await mine.getByText("浏览器不允许保存，这条意见只留到您关闭本页为止。").waitFor();
  await mine.getByText("对 · 测算结果").waitFor();
  await page.getByRole("link", { name: "八柱" }).click();
  await page.goBack();
  await mine.getByText("对 · 测算结果").waitFor();
  assert.deepEqual(seen.pageErrors, []);
});

test("a full device says so and loses nothing; clear-all clears it, but not the colours", async (t) => {
  const { page } = await open(t, null);
  await page.addInitScript(() => {
    if (localStorage.getItem("bazhu.feedback") !== null) return;
    const lines = Array.from({ length: 50 }, (_, n) => `${n}\t2026-11-01\tright\t/courses\tS${n}\told 1\t`);
    localStorage.setItem("bazhu.feedback", ["bazhu-feedback 1", ...lines].join("\n"));
    localStorage.setItem("bazhu.theme", "dark");
    localStorage.setItem("bazhu.compare", "S1893");
    localStorage.setItem("bazhu.malan", "bazhu-malan 1");
    localStorage.setItem("other", "1");
  });
  await page.goto(RESULT);
  const mine = opinion(page);
  await mine.getByRole("button", { name: "对", exact: true }).click();
  await mine.getByText("这台设备上的意见已经满了").waitFor();
  assert.equal((await entries(page)).length, 50);
  await mine.getByRole("button", { name: "删除：课程 S49" }).click();
  await mine.getByRole("button", { name: "不对", exact: true }).click();
  await mine.getByText("已存在这台设备上").waitFor();
  assert.equal((await entries(page)).length, 50);
  await page.getByText("几种情况").click();
  await page.getByRole("button", { name: "清除全部回答" }).click();
  await page.getByText("全部情况、意见、没有发出的登记和回执编号都会删掉").waitFor();
  await page.getByRole("button", { name: "确定清除" }).click();
  await page.waitForURL(/\/check/);
  const left = await page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(left, ["bazhu.theme", "other"]);
});

test("another window's remark is not lost", async (t) => {
  const { page, context } = await open(t, RESULT);
  await opinion(page).getByRole("button", { name: "对", exact: true }).waitFor();
  const other = await context.newPage();
  await other.goto("/programmes/ui_skill_upgrade");
  await opinion(other).getByRole("button", { name: "不对", exact: true }).click();
  await other.getByText("已存在这台设备上").waitFor();
  await opinion(page).getByRole("button", { name: "对", exact: true }).click();
  await page.getByText("已存在这台设备上").waitFor();
  assert.equal((await entries(page)).length, 2);
});

test("where a server takes them: not while the page is looked at, once when it is left, without answers", async (t) => {
  const { page, site } = await open(t, null, { api: true });
  await withClock(page);
  await page.goto(RESULT);
  const mine = opinion(page);
  await mine.getByRole("button", { name: "不对", exact: true }).click();
  await mine.getByLabel("想说明什么（可以不填）").fill("少了一项");
  await mine.getByRole("button", { name: "保存" }).click();
  await mine.getByText("离开本页后，如果本站收意见，就发送一次").waitFor();
  await idle(page);
  await page.waitForFunction(() => localStorage.getItem("bazhu.service") === "1");
  await mine.getByRole("button", { name: "看不懂" }).click();
  await page.waitForFunction(() => localStorage.getItem("bazhu.feedback").includes("unclear"));
  assert.deepEqual(site.api.feedback, []);
  await follow(page, "/");
  await page.locator(".news").getByText("您的意见已经发出。").waitFor();
  await expectSound(page, "told that it was sent");
  const [{ id, at, about, ...remark }] = site.api.feedback;
  assert.deepEqual(remark, { kind: "unclear", text: "少了一项" });
  assert.deepEqual([about.page, about.programme], ["/result", undefined]);
  assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  assert.match(at, /^\d{4}-\d\d-\d\dT00:00:00Z$/);
  assert.ok(!JSON.stringify(site.api.feedback).includes(ANSWERS));
  assert.equal(site.api.feedback.length, 1);
  assert.equal(await kept(page), null);
});

test("written without a network: sent when it is back, and kept once by the server although an answer is lost", async (t) => {
  const { page, site, context } = await open(t, null, { api: true });
  const posts = () => site.log.filter((line) => line === "POST /api/v1/feedback").length;
  await withClock(page);
  await page.goto(RESULT);
  await opinion(page).getByRole("button", { name: "不对", exact: true }).waitFor();
  await page.waitForFunction(() => localStorage.getItem("bazhu.service") === "1");
  await context.setOffline(true);
  await opinion(page).getByRole("button", { name: "不对", exact: true }).click();
  await page.getByText("已存在这台设备上").waitFor();
  await follow(page, "/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(posts(), 0);
  assert.notEqual(await kept(page), null);
  site.api.next = ["drop"];
  await context.setOffline(false);
  for (let n = 0; n < 300 && posts() === 0; n += 1) await page.waitForTimeout(100);
  assert.equal(site.api.feedback.length, 1, "it arrived, the answer did not");
  // Whether the browser itself asks again or the page does at its next visit.
  await page.reload();
  await idle(page);
  await page.waitForFunction(() => localStorage.getItem("bazhu.feedback") === null);
  assert.ok(posts() >= 2);
  assert.equal(site.api.feedback.length, 1, "kept once");
});
