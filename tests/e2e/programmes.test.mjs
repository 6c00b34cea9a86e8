// The list of programmes, its search, and a programme's own page with its versions over time.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

/** Opens a page on 22 November 2026, whatever day it is. */
async function open(t, path, options) {
  const { page, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  return { page, seen };
}

for (const screen of ["phone", "desktop"]) {
  test(`every programme is listed under whom it is for (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/programmes", { screen });
    await page.getByRole("heading", { name: /^工作/, level: 2 }).waitFor();
    for (const name of ["学习", "创业", "用人单位"]) {
      await page.getByRole("heading", { name: new RegExp(`^${name}`), level: 2 }).waitFor();
    }
    assert.equal(await page.getByRole("status").filter({ hasText: "共" }).innerText(), "共 15 项");
    const card = page.locator(".catalogue > li").filter({ hasText: "技能提升补贴（失业保险基金）" });
    assert.match(await card.innerText(), /补贴\s+今天有规则/);
    const settled = page.locator(".catalogue > li").filter({ hasText: "高技能人才引进落户" });
    assert.match(await settled.innerText(), /今天没有规则/);
    await expectSound(page, "programmes");
    expectQuiet(seen);
  });
}

test("the search finds Chinese, English and ids, live, and survives a reload", async (t) => {
  const { page, seen } = await open(t, "/programmes");
  const box = page.getByRole("searchbox", { name: "找一项补贴" });
  const found = page.getByRole("status").filter({ hasText: "共" });
  for (const [words, count] of [
    ["养老护理", 1],
    ["CARE worker", 1],
    ["startup_loan", 2],
    ["落户", 1],
  ]) {
    await box.fill(words);
    await page.waitForFunction((text) => document.body.innerText.includes(text), `共 ${count} 项`);
  }
  await page.reload();
  assert.equal(await box.inputValue(), "落户");
  assert.equal(await found.innerText(), "共 1 项");
  await page.getByRole("link", { name: /高技能人才引进落户/ }).waitFor();
  expectNothingSent(seen, ["落户", "startup_loan", "养老"]);
  expectQuiet(seen);
});

test("a search that finds nothing leads on", async (t) => {
  const { page } = await open(t, "/programmes#q=xyzzy");
  await page.getByRole("heading", { name: "没有找到“xyzzy”" }).waitFor();
  assert.equal(await page.getByRole("link", { name: /12333/ }).first().getAttribute("href"), "tel:12333");
  await expectSound(page, "nothing found");
  await page.getByRole("button", { name: "看全部" }).click();
  await page.getByText("共 15 项").waitFor();
});

test("the filter keeps one audience, and the back button keeps the list as it was", async (t) => {
  const { page } = await open(t, "/programmes");
  await page.getByRole("button", { name: "创业", exact: true }).click();
  await page.getByText("共 4 项").waitFor();
  await page.getByRole("link", { name: "首次创业一次性补贴" }).click();
  await page.getByRole("heading", { level: 1, name: "首次创业一次性补贴" }).waitFor();
  await page.goBack();
  await page.getByText("共 4 项").waitFor();
  assert.equal(await page.getByRole("button", { name: "创业", exact: true }).getAttribute("aria-pressed"), "true");
});

test("from the home page's search to the programme", async (t) => {
  const { page } = await open(t, "/");
  await page.getByRole("searchbox", { name: "找一项补贴" }).fill("护理");
  await page.keyboard.press("Enter");
  await page.getByText("共 1 项").waitFor();
  await page.getByRole("link", { name: /养老护理员/ }).first().click();
  await page.getByRole("heading", { level: 1, name: /养老护理员/ }).waitFor();
});

test("a programme page says amounts, conditions, window, papers, places and sources", async (t) => {
  const { page, seen } = await open(t, "/programmes/ui_skill_upgrade");
  await page.getByRole("heading", { name: "2026年11月22日的规定" }).waitFor();
  const rows = await page.locator("table.amounts tbody tr").allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.replace(/\s+/g, " ").trim()),
    ["五级（初级工） 1,000 元", "四级（中级工） 1,500 元", "三级（高级工） 2,000 元"],
  );
  const text = await page.locator("main").innerText();
  for (const part of [
    "企业在职职工",
    "累计缴纳失业保险费满12个月",
    "证书核发之日起12个月内申请",
    "身份证或社会保障卡",
    "掌上12333",
    "人社部发〔2026〕39号",
    "据公开报道",
  ]) {
    assert.ok(text.includes(part), part);
  }
  // One certificate is paid for once: the other grant is named and linked.
  await page.getByRole("link", { name: "上海市职业技能提升补贴" }).waitFor();
  await expectSound(page, "ui_skill_upgrade");
  expectQuiet(seen);
});

// policy.md, B: the versions by date of application, each side of every boundary.
const VERSIONS = [
  ["2017-05-14", null],
  ["2017-05-15", "满36个月"],
  ["2018-12-31", "满36个月"],
  ["2019-01-01", null],
  ["2020-05-01", null],
  ["2024-12-31", null],
  ["2025-01-01", "在职职工，或者正在领取失业保险金"],
  ["2025-12-31", "在职职工，或者正在领取失业保险金"],
  ["2026-01-01", "企业在职职工，或者正在领取失业保险金"],
  ["2026-12-31", "企业在职职工，或者正在领取失业保险金"],
  ["2027-01-01", null],
];

test("the rule shown is that of the date, and a date without one never borrows another's", async (t) => {
  const { page } = await open(t, "/programmes/ui_skill_upgrade");
  for (const [day, part] of VERSIONS) {
    await page.goto(`/programmes/ui_skill_upgrade#on=${day}`);
    const [year, month, date] = day.split("-").map(Number);
    const name = `${year}年${month}月${date}日`;
    if (part === null) {
      await page.getByRole("heading", { name: `${name}没有规则` }).waitFor();
      assert.equal(await page.locator("table.amounts").count(), 0, `${day}: no amounts`);
      assert.equal(await page.getByText("谁能办").count(), 0, `${day}: no conditions`);
    } else {
      await page.getByRole("heading", { name: `${name}的规定` }).waitFor();
      const conditions = await page.locator("section", { hasText: "谁能办" }).first().innerText();
      assert.ok(conditions.includes(part), `${day}: ${part}`);
      assert.equal(await page.locator("table.amounts tbody tr").count(), 3);
    }
  }
});

test("a date without a rule says why and links to dates that have one", async (t) => {
  const { page } = await open(t, "/programmes/ui_skill_upgrade");
  await page.getByText("换个日期看").click();
  const field = page.getByRole("group", { name: "申请日期" });
  await field.getByLabel("年").fill("2020");
  await field.getByLabel("月").fill("5");
  await field.getByLabel("日").fill("1");
  await page.getByRole("button", { name: "看这一天的规定" }).click();
  const state = page.locator(".no-rule");
  await state.getByRole("heading", { name: "2020年5月1日没有规则" }).waitFor();
  assert.match(await state.innerText(), /2019年至2024年另有规定/);
  await expectSound(page, "no rule");
  await state.getByRole("link", { name: "2017年5月15日—2018年12月31日" }).click();
  await page.getByRole("heading", { name: "2017年5月15日的规定" }).waitFor();
  // The day of entry into force is not confirmed, and shown so.
  const rule = await page.locator("section", { hasText: "谁能办" }).first().innerText();
  assert.match(rule, /2017年5月15日起\s*待核实，以 12333 为准/);
});

test("the time line has a table that says the same", async (t) => {
  const { page } = await open(t, "/programmes/ui_skill_upgrade", { screen: "desktop" });
  await page.getByRole("img", { name: /时间线：5 段/ }).waitFor();
  await page.getByText("以表格显示").click();
  const rows = await page.locator("table.spans tbody tr").allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.replace(/\s+/g, " ").trim()),
    [
      "2017年5月15日 2018年12月31日 有规定 看这一段 2017年5月15日—2018年12月31日",
      "2019年1月1日 2024年12月31日 没有收录规则 看这一段 2019年1月1日—2024年12月31日",
      "2025年1月1日 2025年12月31日 有规定 看这一段 2025年1月1日—2025年12月31日",
      "2026年1月1日 2026年12月31日 有规定 正在看",
      "2027年1月1日 未定 没有收录规则 看这一段 2027年1月1日起",
    ],
  );
  await expectSound(page, "table open");
});

test("figures are not shown for a date that the pack does not vouch for", async (t) => {
  const { page } = await open(t, "/programmes/care_entry#on=2027-06-01");
  await page.getByRole("heading", { name: "2027年6月1日的规定" }).waitFor();
  assert.match(await page.locator("main").innerText(), /现有规则只核对到 2026年12月31日/);
  assert.equal(await page.locator("table.amounts").count(), 0);
});

test("what is unconfirmed is marked so, and no rule is made of it", async (t) => {
  const { page } = await open(t, "/programmes/startup_loan_personal");
  await page.getByRole("heading", { level: 1, name: /个人创业担保贷款/ }).waitFor();
  const limit = page.locator("table.amounts tr").filter({ hasText: "500,000" });
  assert.match(await limit.innerText(), /待核实，以 12333 为准/);
  await page.getByText("个人贷款的条件没有收录，以 12333 为准。").waitFor();
  await expectSound(page, "without a version");
});

test("the visitor's own status stands on the page and the check starts with what is missing", async (t) => {
  const { page } = await open(t, "/programmes/care_entry");
  await page.getByRole("link", { name: "测一测" }).click();
  await page.waitForURL(/\/check#/);
  // All that the worked case "3 years, college" says of a carer.
  const answers =
    "care_frontline-true~care_contract_years-5~care_insured_in_shanghai-true~care_establishment_post-false~education-college~care_years_worked-3~care_certificate-true";
  await page.goto(`/result#v=0&a=${answers}`);
  await page.getByText("¥40,000").first().waitFor();
  await page.goto("/programmes/care_entry");
  const yours = page.locator(".yours");
  await yours.getByText("符合条件").waitFor();
  assert.match(await yours.innerText(), /按 2026年11月22日申请算[\s\S]*¥40,000/);
  await expectSound(page, "with own status");
  await yours.getByRole("link", { name: "看我的结果" }).click();
  await page.waitForURL(/\/result/);
});

test("an unknown id says so and leads on", async (t) => {
  const { page } = await open(t, "/programmes/no_such_thing");
  await page.getByRole("heading", { level: 1, name: "没有这一项" }).waitFor();
  await expectSound(page, "unknown id");
  await page.getByRole("link", { name: "看全部政策" }).click();
  await page.getByText("共 15 项").waitFor();
});

test("every programme's page is sound on a phone, in both languages", async (t) => {
  const { page, seen } = await open(t, "/programmes");
  await page.getByText("共 15 项").waitFor();
  const links = await page.locator(".catalogue h3 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
  for (const language of ["zh-Hans", "en"]) {
    for (const href of new Set(links)) {
      await page.goto(`${href}?lang=${language}`);
      await page.locator("main h2").first().waitFor();
      await expectSound(page, `${href} ${language}`);
    }
  }
  expectQuiet(seen);
});
