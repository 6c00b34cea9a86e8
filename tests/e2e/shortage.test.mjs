// The shortage list, and the self-checks for points and settlement. The list is compared with
// shortage.csv, the checks with the worked cases (data/shanghai/cases).
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { rows } from "./tables.mjs";

const LIST = rows("shortage");
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** Opens the page on 22 November 2026, perhaps with a person's answers. */
async function open(t, path, person, options) {
  const { page, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.locator(".entry").first().waitFor();
  await page.locator("#settlement").waitFor();
  if (person) await become(page, person);
  return { page, seen };
}

const points = (page) => page.locator("#points");
const settlement = (page) => page.locator("#settlement");
const verdict = async (section) => squeezed(await section.locator(".came-to .badge").first().innerText());

for (const screen of ["phone", "desktop"]) {
  test(`the list says what it is, and every entry leads to its occupation (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/shortage", null, { screen });
    const text = await page.locator("main").innerText();
    for (const part of ["2024 年以前的目录", "至少有 62 项，手头只有 38 项", "2024 年的目录有 100 项，全文不在手", "不作为任何金额的依据", "不会替您回答任何问题"]) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(LIST.length, 38);
    const entries = page.locator(".entry");
    assert.equal(await entries.count(), LIST.length);
    for (const [nth, row] of LIST.entries()) {
      const entry = entries.nth(nth);
      const said = squeezed(await entry.innerText());
      assert.ok(said.startsWith(`第 ${row.seq} 项 ${row.name}`), said);
      const href = await entry.getByRole("link").getAttribute("href");
      if (row.occupation) assert.equal(href, `/occupations/${row.occupation}`);
      else {
        assert.ok(said.includes("对应不上现行分类里的一个职业"), said);
        assert.match(href, /^\/occupations#q=/);
      }
    }
    assert.equal(LIST.filter((row) => !row.occupation).length, 2);
    // The numbers that are not in hand stand between the others.
    await page.getByText("第 20 至 31 项不在手").waitFor();
    await page.getByText("第 50 项以后的不在手").waitFor();
    await expectSound(page, "whole list");
    await entries.filter({ hasText: "电梯安装维修工" }).getByRole("link").click();
    await page.getByRole("heading", { level: 1, name: "电梯安装维修工" }).waitFor();
    // The occupation leads back to the list.
    await page.getByRole("link", { name: "看这份目录" }).click();
    await page.getByRole("heading", { level: 1, name: "紧缺目录、积分与落户" }).waitFor();
    expectQuiet(seen);
  });
}

test("search by name, number, pinyin and group; the address keeps it; nothing is sent", async (t) => {
  const { page, seen } = await open(t, "/shortage");
  const box = page.getByRole("searchbox", { name: "在目录里找" });
  const names = async () => (await page.locator(".entry").allInnerTexts()).map((text) => squeezed(text).split(" ").slice(3, 4)[0]);
  for (const [typed, name] of [["电梯", "电梯安装维修工"], ["moju", "模具工"], ["45", "仪器仪表维修工"], ["印刷电路", "印刷电路制作工"], ["mjg", "模具工"]]) {
    await box.fill(typed);
    await page.locator(".entry").first().filter({ hasText: name }).waitFor();
    assert.ok((await names()).length < LIST.length);
  }
  await page.reload();
  await page.locator(".entry").first().filter({ hasText: "模具工" }).waitFor();
  assert.equal(await box.inputValue(), "mjg");
  await box.fill("咖啡师");
  await page.getByText("手头的旧目录里没有“咖啡师”。没有不等于不紧缺").waitFor();
  await expectSound(page, "nothing found");
  await page.getByRole("button", { name: "清除", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "共 38 项" }).waitFor();
  // Groups: by the first digit of the occupation's code.
  const chips = page.getByRole("group", { name: "分类" }).getByRole("button");
  const count = (digit) => LIST.filter((row) => row.occupation.startsWith(digit)).length;
  assert.deepEqual((await chips.allInnerTexts()).map(squeezed), ["全部 38", `生产制造及有关人员 ${count("6")}`, `社会生产服务和生活服务人员 ${count("4")}`, "对应不上职业 2"]);
  await chips.nth(3).click();
  await page.getByRole("status").filter({ hasText: "共 2 项" }).waitFor();
  await expectAddress(page, (url) => url.hash === "#group=none");
  await expectSound(page, "no occupation");
  expectNothingSent(seen, ["咖啡师", "moju"]);
  expectQuiet(seen);
});

// Of data/shanghai/cases/residence_points_skill.csv: [answers, verdict, points]
const HOLDS = { has_certificate: "true", certificate_kind: "level" };
const POINTS = [
  [{ ...HOLDS, certificate_level: 5, base_at_average_6_months: "false", job_fits_certificate: "false" }, "符合条件", "15 分"],
  [{ ...HOLDS, certificate_level: 3, base_at_average_6_months: "false", job_fits_certificate: "false" }, "符合条件", "60 分"],
  [{ ...HOLDS, certificate_level: 2, base_at_average_6_months: "true", job_fits_certificate: "true" }, "符合条件", "100 分"],
  [{ ...HOLDS, certificate_level: 2, base_at_average_6_months: "false", job_fits_certificate: "true" }, "暂不符合", null],
  [{ ...HOLDS, certificate_level: 1, base_at_average_6_months: "true", job_fits_certificate: "true" }, "符合条件", "140 分"],
  [{ ...HOLDS, certificate_level: 1, base_at_average_6_months: "true", job_fits_certificate: "false" }, "暂不符合", null],
  [{ has_certificate: "true", certificate_kind: "unranked" }, "暂不符合", null],
  [{ has_certificate: "false" }, "暂不符合", null],
  [{ ...HOLDS }, "还差回答", "15–140 分"],
  [{ ...HOLDS, base_at_average_6_months: "false", job_fits_certificate: "true" }, "还差回答", "15–60 分"],
];

/** Becomes somebody with these answers, as they are kept on the device. */
async function become(page, person) {
  const answers = Object.entries(person).map(([id, value]) => `${id}-${value}`).join("~");
  await page.evaluate((answers) => localStorage.setItem("bazhu.situations", `bazhu-situations 1\t0\n\t\tall\t${answers}\t`), answers);
  await page.reload();
  await page.locator("#settlement").waitFor();
}

test("points: the worked cases on both sides", async (t) => {
  const { page, seen } = await open(t, "/shortage");
  for (const [person, wanted, figure] of POINTS) {
    const name = Object.entries(person).join("; ");
    await become(page, person);
    assert.equal(await verdict(points(page)), wanted, name);
    const shown = points(page).locator(".figure .amount");
    if (figure) assert.equal(squeezed(await shown.innerText()), figure, name);
    else assert.equal(await shown.count(), 0, name);
    assert.doesNotMatch(await points(page).innerText(), /¥/, "points are no money");
  }
  expectQuiet(seen);
});

test("points: asked one at a time, answers can be changed, and a hint says what is missing", async (t) => {
  const { page, seen } = await open(t, "/shortage", null, { screen: "phone" });
  const section = points(page);
  await section.getByText("积分就是积分，不是钱").waitFor();
  await section.getByRole("button", { name: "开始自测" }).click();
  const ask = page.locator("#ask");
  await ask.filter({ hasText: "您取得职业技能证书了吗" }).waitFor();
  assert.equal(await ask.evaluate((heading) => document.activeElement === heading), true);
  await expectSound(page, "asking");
  await section.getByRole("button", { name: "是", exact: true }).click();
  await ask.filter({ hasText: "证书" }).waitFor();
  await section.getByRole("button", { name: /等级/ }).first().click();
  await section.getByLabel("证书等级").fill("9");
  await section.getByRole("button", { name: "继续" }).click();
  await section.getByRole("alert").filter({ hasText: "1" }).waitFor();
  await section.getByLabel("证书等级").fill("2");
  await section.getByRole("button", { name: "继续" }).click();
  await ask.filter({ hasText: "缴费基数" }).waitFor();
  await section.getByRole("button", { name: "否", exact: true }).click();
  // Decided: the contribution base is missing. Nothing more is asked.
  await ask.filter({ hasText: "这一项不用再答了" }).waitFor();
  assert.equal(await verdict(section), "暂不符合");
  await section.getByRole("heading", { name: "怎样就能符合" }).waitFor();
  const hint = squeezed(await section.locator(".hints").innerText());
  assert.match(hint, /近一年有6个月基数达标：是（现在：否）/);
  assert.match(hint, /100 分/);
  await expectSound(page, "not now");
  await section.getByRole("button", { name: "修改 近一年有6个月基数达标" }).click();
  await ask.filter({ hasText: "缴费基数" }).waitFor();
  await section.getByRole("button", { name: "是", exact: true }).click();
  await ask.filter({ hasText: "岗位" }).waitFor();
  await section.getByRole("button", { name: "是", exact: true }).click();
  await section.locator(".figure .amount").filter({ hasText: "100 分" }).waitFor();
  assert.equal(await verdict(section), "符合条件");
  await section.getByText("总积分的达标线是120分").waitFor();
  // The same answers serve the calculator.
  await page.goto("/check#q=certificate_level");
  assert.equal(await page.getByLabel("证书等级").inputValue(), "2");
  expectNothingSent(seen, ["certificate_level-2"]);
  expectQuiet(seen);
});

test("settlement: today has no rule, and the old one does not answer for it", async (t) => {
  // A person whom the old version would have let settle.
  const { page, seen } = await open(t, "/shortage", { ...HOLDS, certificate_level: 1, top_honour: "true" });
  const section = settlement(page);
  await section.getByRole("heading", { name: "2026年11月22日没有规则" }).waitFor();
  await section.getByText("2025年12月1日起的规定没有收录").waitFor();
  await section.getByText("不拿旧规定代替").waitFor();
  assert.equal(await section.locator(".came-to").count(), 0, "no result for a day without a rule");
  assert.doesNotMatch(await section.innerText(), /符合条件|开始自测/);
  assert.equal(await section.locator(".plain-list > li").count(), 4, "the four routes there were");
  await section.getByText("有效期：2020年12月1日起").waitFor();
  await expectSound(page, "no rule");
  // The day after the last, and the last.
  await section.getByText("看看旧版本有效期里的某一天").click();
  for (const [label, value] of [["年", "2025"], ["月", "12"], ["日", "1"]]) await section.getByLabel(label, { exact: true }).fill(value);
  await section.getByRole("button", { name: "看这一天" }).click();
  await section.getByRole("heading", { name: "2025年12月1日没有规则" }).waitFor();
  await section.getByText("看看旧版本有效期里的某一天").click();
  for (const [label, value] of [["年", "2025"], ["月", "6"], ["日", "1"]]) await section.getByLabel(label, { exact: true }).fill(value);
  await section.getByRole("button", { name: "看这一天" }).click();
  await section.getByText("这是 2025年6月1日那天的旧规定").waitFor();
  // Another day with the same result is another day.
  await page.evaluate(() => location.assign("#check=settlement&on=2025-07-01"));
  await section.getByText("这是 2025年7月1日那天的旧规定").waitFor();
  await section.getByRole("button", { name: "回到 2026年11月22日" }).click();
  await section.getByText("看看旧版本有效期里的某一天").click();
  await section.getByRole("button", { name: "看旧版本的最后一天：2025年11月30日" }).click();
  await section.getByText("这是 2025年11月30日那天的旧规定，不是现在能不能落户的答案").waitFor();
  assert.equal(await verdict(section), "符合条件");
  await expectAddress(page, /#check=settlement&on=2025-11-30$/);
  await expectSound(page, "the old rule");
  await section.getByRole("button", { name: "回到 2026年11月22日" }).click();
  await section.getByRole("heading", { name: "2026年11月22日没有规则" }).waitFor();
  expectQuiet(seen);
});

// Of data/shanghai/cases/talent_settlement.csv, on 1 June 2025.
const ROUTES = { top_honour: "false", ...HOLDS, certificate_level: 2, provincial_prize: "false", certificate_in_shortage_list: "false", key_institution: "false" };
const SETTLES = [
  ["route a: honour", { ...ROUTES, top_honour: "true" }, "符合条件"],
  ["route b: level 1", { ...ROUTES, certificate_level: 1 }, "符合条件"],
  ["route c: level 2 and a prize", { ...ROUTES, provincial_prize: "true" }, "符合条件"],
  ["route c: level 3 and a prize", { ...ROUTES, certificate_level: 3, provincial_prize: "true" }, "暂不符合"],
  ["route d: level 2, shortage trade, key institution", { ...ROUTES, certificate_in_shortage_list: "true", key_institution: "true" }, "符合条件"],
  ["route d: not a shortage trade", { ...ROUTES, key_institution: "true" }, "暂不符合"],
  ["route d: not a key institution", { ...ROUTES, certificate_in_shortage_list: "true" }, "暂不符合"],
  ["level 2 alone", ROUTES, "暂不符合"],
  ["level unknown", { ...ROUTES, certificate_level: undefined }, "还差回答"],
];

test("settlement: the worked cases of 1 June 2025 on both sides", async (t) => {
  const { page, seen } = await open(t, "/shortage#check=settlement&on=2025-06-01");
  const section = settlement(page);
  for (const [name, person, wanted] of SETTLES) {
    await become(page, Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)));
    await section.locator(".came-to").waitFor();
    assert.equal(await verdict(section), wanted, name);
    // A person of level 2 is told that level 1 is a route of its own.
    const hint = section.getByRole("heading", { name: "怎样就能符合" });
    if (name === "level 2 alone") assert.match(await section.locator(".hints").innerText(), /证书等级：至多 1/);
    else if (wanted !== "暂不符合") assert.equal(await hint.count(), 0, name);
  }
  expectQuiet(seen);
});

test("settlement: no list in hand answers the question about the list, and choosing an occupation fills in nothing", async (t) => {
  const { page } = await open(t, "/shortage", null, { screen: "phone" });
  await page.locator(".entry").filter({ hasText: "模具工" }).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: "模具工" }).waitFor();
  await page.goto("/shortage#check=settlement&on=2025-06-01&q=certificate_in_shortage_list");
  await page.locator("#ask").filter({ hasText: "证书的职业在当地急需紧缺职业目录内吗" }).waitFor();
  await settlement(page).getByText("旧目录答不了这道题").waitFor();
  assert.equal(await settlement(page).locator('.choice[aria-pressed="true"]').count(), 0);
  const kept = await page.evaluate(() => localStorage.getItem("bazhu.situations") ?? "");
  assert.doesNotMatch(kept, /certificate_in_shortage_list/);
  await expectSound(page, "the question about the list");
  await settlement(page).getByRole("button", { name: "不清楚，先跳过" }).click();
  await settlement(page).getByText("您标记为不清楚").or(settlement(page).locator(".answers .answer")).first().waitFor();
});

test("English, and a pack that has ended shows no points", async (t) => {
  const { page, seen } = await open(t, "/shortage?lang=en", { ...HOLDS, certificate_level: 3 });
  await page.getByRole("heading", { level: 1, name: "Shortage list, points and settlement" }).waitFor();
  assert.equal(squeezed(await points(page).locator(".figure .amount").innerText()), "60 points");
  await page.getByRole("heading", { name: "No rule for 22 November 2026" }).waitFor();
  await expectSound(page, "English");
  const stray = await page.locator("main").evaluate((main) => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const stray = [];
    while (walk.nextNode()) {
      const node = walk.currentNode;
      const text = node.textContent.replace(/\(.*?\)|“.*?”/gu, "");
      if (/\p{Script=Han}/u.test(text) && !node.parentElement.closest("[lang='zh-Hans']:not(html)")) stray.push(text);
    }
    return stray;
  });
  assert.deepEqual(stray, [], "Chinese that does not say it is Chinese");
  expectQuiet(seen);
  await page.clock.setFixedTime(new Date("2027-01-01T09:00:00+08:00"));
  await page.reload();
  await points(page).locator(".came-to").waitFor();
  assert.equal(await points(page).locator(".figure").count(), 0);
  await points(page).getByText("No amounts are shown for later dates").waitFor();
});
