// 我能考几级: the levels open, the condition that opens them, and what the next ones need. The
// people are those of the worked cases (data/shanghai/cases/assessment_level.csv).
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

const NOBODY = {
  held_level: "none",
  trade_years: 0,
  years_since_certificate: 0,
  age_years: 15,
  trade_status: "none",
  graduation: "none",
  graduation_major_matches: "false",
  graduation_evaluated: "false",
  title_rank: "none",
  years_since_title: 0,
  technician_college: "none",
  years_since_certificate_issued: 0,
};

/** Opens the page on 22 November 2026 with a person's answers. */
async function open(t, person, options) {
  const { page, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  if (person !== null) {
    const answers = Object.entries({ ...NOBODY, ...person }).map(([id, value]) => `${id}-${value}`);
    await page.goto(`/result#v=0&a=${answers.join("~")}`);
    await page.getByRole("heading", { level: 1, name: "我的测算结果" }).waitFor();
    await page.locator(".hero .label").waitFor();
  }
  await page.goto("/levels");
  await page.locator(".ladder").waitFor();
  return { page, seen };
}

/** The levels that the page says are open, highest first. */
async function openLevels(page) {
  const section = page.locator(".third section").filter({ has: page.getByRole("heading", { name: "现在可以考的" }) });
  if ((await section.count()) === 0) return [];
  return section.getByRole("heading", { level: 3 }).allInnerTexts();
}

const FIVE = "五级（初级工）";
const FOUR = "四级（中级工）";
const THREE = "三级（高级工）";
const TWO = "二级（技师）";
const ONE = "一级（高级技师）";

// [name of the worked case, what differs from NOBODY, the levels open]
const CASES = [
  ["no condition holds", {}, []],
  ["15, plans to work in the trade", { trade_status: "planned" }, []],
  ["16, plans to work in the trade", { age_years: 16, trade_status: "planned" }, [FIVE]],
  ["4 years in the trade", { trade_years: 4 }, []],
  ["5 years in the trade", { trade_years: 5 }, [FOUR]],
  ["10 years in the trade", { trade_years: 10 }, [THREE, FOUR]],
  ["level 5 and 3 years", { held_level: "level_5", years_since_certificate: 3 }, [FOUR]],
  ["level 4 and college", { held_level: "level_4", graduation: "college", graduation_major_matches: "true" }, [THREE, FOUR]],
  ["level 3 and 5 years", { held_level: "level_3", years_since_certificate: 5 }, [TWO]],
  ["student with level 3 for 2 years", { held_level: "level_3", technician_college: "technician_class_student", years_since_certificate_issued: 2 }, [TWO]],
  ["middle title 5 years and level 2 for 1 year", { held_level: "level_2", title_rank: "middle", years_since_title: 5, years_since_certificate: 1 }, [ONE, TWO]],
  ["senior title and 1 year", { title_rank: "senior", years_since_title: 1 }, [ONE]],
];

for (const [name, person, levels] of CASES) {
  test(`open levels: ${name}`, async (t) => {
    const { page } = await open(t, person);
    assert.deepEqual(await openLevels(page), levels);
  });
}

for (const screen of ["phone", "desktop"]) {
  test(`the ladder, the condition, and the shortest way to the next level (${screen})`, async (t) => {
    const { page, seen } = await open(t, { age_years: 20, trade_status: "working", trade_years: 2 }, { screen });
    assert.equal((await page.locator(".hero .big").innerText()).trim(), FIVE);
    const steps = (await page.locator(".ladder .step").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
    assert.deepEqual(steps, [
      "首席技师",
      "特级技师",
      "高级技师 一级 还不能考",
      "技师 二级 还不能考",
      "高级工 三级 还不能考",
      "中级工 四级 还差 3 年",
      "初级工 五级 现在可以考",
      "学徒工",
    ]);
    await page.getByText("您在这里：还没有等级证书").waitFor();
    await page.getByText("年满16周岁，从事本职业或相关职业工作（五级 2）").first().waitFor();
    const next = page.locator(".third section").filter({ has: page.getByRole("heading", { name: "下一步还差什么" }) });
    const ways = await next.locator("ol").first().locator("strong").allInnerTexts();
    // 5 years in all, or level 5 now and 3 years from then: both 3 years from today.
    assert.equal(ways[0], "从业年数还差 3 年（满 5 年）");
    assert.equal(ways[1], "先考五级（初级工），现在就能考；拿到证书后，取证后从业年数满 3 年");
    await expectSound(page, "with a result");
    expectNothingSent(seen, ["trade_years-2", "age_years-20"]);
    expectQuiet(seen);
  });
}

test("someone who holds a level is told what the next one needs", async (t) => {
  const { page } = await open(t, { held_level: "level_4", trade_years: 6, years_since_certificate: 2, age_years: 30, trade_status: "working" });
  assert.match(await page.locator(".hero").innerText(), /比您现有等级更高的，现在还不能考\s+三级（高级工）还差 2 年/);
  assert.match(await page.locator(".step.held").innerText(), /中级工[\s\S]*您在这里/);
});

test("the questions are asked one at a time, only those that decide, and back leads back", async (t) => {
  const { page, seen } = await open(t, null);
  const ask = page.locator("#ask");
  await expectSound(page, "nothing answered");
  assert.equal(await ask.innerText(), "在本职业或相关职业，您已有的最高证书是几级？");
  await page.getByRole("button", { name: "没有证书" }).click();
  await page.getByText("您累计从事本职业或相关职业工作满几年？").waitFor();
  assert.equal(await ask.evaluate((heading) => document.activeElement === heading), true);
  await page.getByLabel("从业年数").fill("十");
  await page.getByRole("button", { name: "继续" }).click();
  await page.getByText("请只填数字").waitFor();
  await page.getByLabel("从业年数").fill("10");
  await page.getByRole("button", { name: "继续" }).click();
  await page.locator(".hero .big").waitFor();
  assert.equal((await page.locator(".hero .big").innerText()).trim(), THREE);
  // Without a certificate nobody asks for the years since it.
  assert.equal(await page.getByText("取得最高等级证书后，您累计").count(), 0);
  await page.goBack();
  await page.getByText("您累计从事本职业或相关职业工作满几年？").waitFor();
  assert.equal(await page.getByLabel("从业年数").inputValue(), "10");
  await page.getByLabel("从业年数").fill("4");
  await page.getByRole("button", { name: "继续" }).click();
  await page.locator(".hero .big").waitFor({ state: "detached" });
  // The same answers serve /check.
  await page.goto("/check#q=trade_years");
  assert.equal(await page.getByLabel("从业年数").inputValue(), "4");
  expectQuiet(seen);
});

test("English, and the note that a trade's own standard comes first", async (t) => {
  const { page } = await open(t, { trade_years: 10 });
  await page.getByText("您的职业有自己的国家职业标准的，按那个标准").waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Which level can I sit?" }).waitFor();
  assert.equal((await page.locator(".hero .big").innerText()).trim(), "Level 3 (senior)");
  await page.getByText("If your trade has its own national standard, that standard applies").waitFor();
  await page.getByText("Every condition", { exact: true }).click();
  assert.equal(await page.locator(".third .ticks").last().locator("li.tick").count(), 19);
  await expectSound(page, "English, every condition");
});
