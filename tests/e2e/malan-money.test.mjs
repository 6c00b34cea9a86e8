// /malan: what may be claimed and borrowed, and two years of cash, each sum reckoned by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound } from "./browser.mjs";
import { answer, enter, open } from "./malan.mjs";

/** The result's lines: {"开始不亏": "…", …}. */
function result(page) {
  return page.locator("#cash-result").evaluate((box) => ({
    tight: box.querySelector(".tight").innerText,
    ...Object.fromEntries(
      [...box.querySelectorAll(".steps > div")].map((row) => [row.querySelector("dt").innerText, row.querySelector("dd").innerText]),
    ),
  }));
}

// Own money 50,000; opening costs 30,000; 8,000 a month; 10,000 a month from the fourth month on.
//
//   month 1 (November 2026): 50,000 - 30,000 - 8,000 = 12,000
//   month 2: 4,000   month 3: -4,000   month 4: -4,000 + 2,000 = -2,000   month 5: 0
//   and 2,000 more each month: month 24: 19 × 2,000 = 38,000
for (const screen of ["phone", "desktop"]) {
  test(`two years of cash without a loan (${screen})`, async (t) => {
    const { page, seen } = await open(t, { screen });
    const cash = page.locator("#cash");
    await cash.getByText("填好数字，点“计算”").waitFor();
    await cash.getByLabel("自己的钱").fill("50,000");
    await cash.getByLabel("开办花多少").fill("30000");
    await cash.getByLabel("做稳以后每月进多少").fill("10000");
    await cash.getByLabel("从第几个月开始有收入").fill("4");
    await cash.getByRole("button", { name: "计算" }).click();
    // Full in month 1, before it begins in month 4; and the costs are missing.
    await cash.getByText("不早于开始有收入的月份").waitFor();
    assert.equal(await cash.getByLabel("每月花多少").getAttribute("aria-invalid"), "true");
    await expectSound(page, "with faults");
    await cash.getByLabel("到第几个月做稳").fill("4");
    await cash.getByLabel("每月花多少").fill("8000");
    await page.locator("#cash-result .tight").waitFor();
    assert.deepEqual(await result(page), {
      tight: "第 3 个月（2027年1月），月底还差 ¥4,000",
      开始不亏: "第 4 个月（2027年2月）",
      手里不再缺钱: "第 5 个月（2027年3月）",
      "24 个月后手里有": "¥38,000",
    });
    const chart = page.getByRole("img", { name: /最低：第 3 个月（2027年1月） −¥4,000。24 个月后：¥38,000。/ });
    await chart.waitFor();
    assert.equal(await chart.locator("rect.lacking").count(), 2);
    await cash.getByText("以表格显示").click();
    const rows = await cash.locator("table.figures tbody tr").allInnerTexts();
    assert.equal(rows.length, 24);
    const cells = (row) => row.split(/\s+/).filter(Boolean);
    assert.deepEqual(cells(rows[0]), ["1", "2026年11月", "¥0", "¥38,000", "¥0", "−¥38,000", "¥0", "¥12,000"]);
    assert.deepEqual(cells(rows[2]), ["3", "2027年1月", "¥0", "¥8,000", "¥0", "−¥8,000", "¥0", "−¥4,000"]);
    assert.deepEqual(cells(rows[23]), ["24", "2028年10月", "¥10,000", "¥8,000", "¥0", "¥2,000", "¥0", "¥38,000"]);
    await expectSound(page, "worked out");
    expectNothingSent(seen, ["50000", "30000"]);
    expectQuiet(seen);
  });
}

// The same with a loan of 12,000 at 6 % for 12 months in month 2, interest first: 60 a month in
// months 3 to 13, 12,060 in month 14.
//
//   month 3: 4,000 + 12,000 - 8,000 - 60 = 7,940, the least   month 4: 10,000 - 8,000 - 60 = 1,940 more
//   month 24: 50,000 - 30,000 - 24 × 8,000 + 21 × 10,000 - 720 = 37,280
test("with a loan; a person's interest subsidy is never counted, a firm's only if eligible", async (t) => {
  const kept = [
    "bazhu-malan 1",
    ...Object.entries({ own: "50000", setup: "30000", income: "10000", income_from: "4", full_from: "4", cost: "8000", borrow: "person", principal: "12000", rate: "6", term: "12", repay: "interest", loan_month: "2" }).map(
      ([field, text]) => `typed ${field}\t${text}`,
    ),
  ].join("\n");
  const { page } = await open(t, {}, { kept });
  await page.locator("#cash-result .tight").waitFor();
  assert.deepEqual(await result(page), {
    tight: "第 3 个月（2027年1月），月底剩 ¥7,940",
    开始不亏: "第 4 个月（2027年2月）",
    手里不再缺钱: "一直不缺",
    "24 个月后手里有": "¥37,280",
  });
  // 720 yuan of interest in all; half of it is 360.
  const interest = page.locator("#cash .add li").filter({ hasText: "贴息" });
  assert.match(await interest.innerText(), /个人贷款的条件没有收录，贴息不算进去。[\s\S]*一半是 ¥360。/);
  assert.equal(await interest.getByRole("checkbox").isDisabled(), true);
  // As a firm: the rules of the loan for businesses decide. 20 staff, 3 of them newly hired from
  // the key groups: 15 %, and 10 % are enough.
  await page.locator("#cash").getByRole("button", { name: "企业贷" }).click();
  await interest.getByText("还有问题没有回答，不算进去。").waitFor();
  const skip = async () => page.locator("#money").getByRole("button", { name: "不清楚，先跳过" }).click();
  for (let nth = 0; nth < 12; nth++) {
    const ask = await page.locator("#money-ask").innerText();
    if (ask.includes("多少职工")) {
      await answer(page, "#money", "您的企业有多少职工？", 20);
      await answer(page, "#money", "近一年内，您新招用了多少重点群体人员？", 3);
      break;
    }
    await skip();
    await page.locator("#money-ask").filter({ hasNotText: ask }).waitFor();
  }
  await interest.getByRole("checkbox").check();
  // The first instalment is paid in month 3: from month 4 on it may arrive. In month 15 all 720
  // are paid, 360 come back: 37,280 + 360.
  assert.equal(await interest.getByRole("textbox").inputValue(), "4");
  await interest.getByRole("textbox").fill("15");
  await interest.getByText("¥360").waitFor();
  await page.locator("#cash-result").getByText("¥37,640").first().waitFor();
  await interest.getByRole("textbox").fill("3");
  await interest.getByText("请填 4 到 24 之间的整数").waitFor();
  await page.locator("#cash-result").getByText("¥37,280").first().waitFor();
  await expectSound(page, "with a loan");
});

// Registered on 31 August 2026, insured since 1 November 2026: 12 months are full on
// 31 August 2027, in the tenth month from November 2026 on.
test("the first-business grant is counted only when the rules are sure, and not before its month", async (t) => {
  const kept = [
    "bazhu-malan 1",
    ...Object.entries({ own: "50000", setup: "30000", income: "10000", income_from: "4", full_from: "4", cost: "8000" }).map(([field, text]) => `typed ${field}\t${text}`),
  ].join("\n");
  const { page, seen } = await open(t, {}, { kept });
  const grant = page.locator("#cash .add li").filter({ hasText: "首次创业一次性补贴" });
  await grant.getByText("还有问题没有回答，不算进去。").waitFor();
  await page.locator("#money").getByText("还要填日子：登记注册、开始为第一个人缴社会保险。").waitFor();
  await enter(page, "登记注册", [2026, 8, 31]);
  await enter(page, "开始为第一个人缴社会保险", [2026, 11, 1]);
  await answer(page, "#money", "您的户籍在哪里？", "上海");
  await answer(page, "#money", "您属于哪类创业者？", "毕业2年以内的毕业生");
  await answer(page, "#money", "这是您第一次创业吗？", "是");
  await answer(page, "#money", "您领过首次创业一次性补贴吗？", "否");
  const card = page.getByRole("article", { name: "首次创业一次性补贴" });
  await card.getByText("最早 2027年8月31日可以申请").waitFor();
  assert.match(await card.innerText(), /暂不符合[\s\S]*¥8,000[\s\S]*规则只核对到 2026年12月31日，之后可能不同。/);
  assert.match(await grant.innerText(), /最早第 10 个月（2027年8月）可以申请。/);
  // Not counted by itself.
  assert.equal((await result(page))["24 个月后手里有"], "¥38,000");
  await grant.getByRole("checkbox").check();
  assert.equal(await grant.getByRole("textbox").inputValue(), "10");
  await page.locator("#cash-result").getByText("¥46,000").first().waitFor();
  await grant.getByRole("textbox").fill("9");
  await grant.getByText("请填 10 到 24 之间的整数：第 10 个月以前还不能申请。").waitFor();
  await page.locator("#cash-result").getByText("¥38,000").first().waitFor();
  await grant.getByRole("textbox").fill("12");
  await page.reload();
  await page.locator("#cash-result").getByText("¥46,000").first().waitFor();
  // From elsewhere: not eligible on any day, and not counted although it is ticked.
  await page.goto("/check#q=residence");
  await page.getByRole("button", { name: "外省市" }).click();
  await page.goto("/malan");
  await grant.getByText("照现在的回答不符合，不算进去。").waitFor();
  await page.locator("#cash-result").getByText("¥38,000").first().waitFor();
  expectNothingSent(seen, ["graduate_within_2_years", "50000"]);
  expectQuiet(seen);
});
