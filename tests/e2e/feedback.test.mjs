// Remarks on a result: kept on the device, to be seen, changed and deleted; nothing is sent.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

const ANSWERS = "residence-shanghai";
const RESULT = `/result#v=0&d=2026-11-22&f=worker&a=${ANSWERS}`;

const opinion = (page) => page.locator("section").filter({ has: page.getByRole("heading", { name: "您的意见" }) });
const kept = (page) => page.evaluate(() => localStorage.getItem("bazhu.feedback"));
/** The stored remarks, each as its fields. */
const entries = async (page) =>
  ((await kept(page)) ?? "")
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));

test("one tap keeps it; words can be added, changed, and all be deleted; nothing is sent", async (t) => {
  const { page, seen } = await visit(t, RESULT);
  const mine = opinion(page);
  await mine.getByText("这台设备上没有您留下的意见。").waitFor();
  await expectSound(page, "nothing said");
  await mine.getByRole("button", { name: "不对", exact: true }).click();
  await mine.getByText("已存在这台设备上，网站有后台后再发送。").waitFor();
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
  expectNothingSent(seen, ["第二项", "1,500", id, "unclear"]);
  expectQuiet(seen);
});

test("a telephone or identity number is not kept, and what was typed stays", async (t) => {
  const { page } = await visit(t, RESULT);
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
  const { page, seen } = await visit(t, RESULT);
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
  const { page } = await visit(t, RESULT);
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
  const { page, seen } = await visit(t, RESULT, { storage: false });
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
  const { page } = await visit(t, null);
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
  await page.getByText("全部情况和留下的意见都会删掉").waitFor();
  await page.getByRole("button", { name: "确定清除" }).click();
  await page.waitForURL(/\/check/);
  const left = await page.evaluate(() => Object.keys(localStorage).sort());
  assert.deepEqual(left, ["bazhu.theme", "other"]);
});

test("another window's remark is not lost", async (t) => {
  const { page, context } = await visit(t, RESULT);
  await opinion(page).getByRole("button", { name: "对", exact: true }).waitFor();
  const other = await context.newPage();
  await other.goto("/programmes/ui_skill_upgrade");
  await opinion(other).getByRole("button", { name: "不对", exact: true }).click();
  await other.getByText("已存在这台设备上").waitFor();
  await opinion(page).getByRole("button", { name: "对", exact: true }).click();
  await page.getByText("已存在这台设备上").waitFor();
  assert.equal((await entries(page)).length, 2);
});
