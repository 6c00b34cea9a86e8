// The loan page: its figures are those of the engine's own tests and of sums done by hand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

/** The result's lines: {"利息一共": "¥…", …}. */
function lines(page) {
  return page
    .locator("#loan-result .steps > div")
    .evaluateAll((all) =>
      Object.fromEntries(all.map((row) => [row.querySelector("dt").innerText, row.querySelector("dd").innerText])),
    );
}

for (const screen of ["phone", "desktop"]) {
  test(`equal instalments, typed in and worked out (${screen})`, async (t) => {
    const { page, seen } = await visit(t, "/loan", { screen });
    await page.getByText("填好数字，点“计算”").waitFor();
    await expectSound(page, "empty");
    await page.getByLabel("贷多少").fill("100,000");
    await page.getByLabel("LPR（贷款市场报价利率）").fill("3.85");
    await page.getByLabel("贷几个月").fill("12");
    await page.getByRole("button", { name: "计算" }).click();
    await page.locator("#loan-result").waitFor();
    // 100,000 yuan at 4.35 % for 12 months: the textbook loan of rules::loan's tests.
    assert.deepEqual(await lines(page), {
      年利率: "3.85% + 0.5% = 4.35%",
      每月还: "¥8,530.99",
      利息一共: "¥2,371.90",
      "贴息（实际付息的 50%）": "¥1,185.95",
    });
    assert.equal(await page.locator("#loan-result .big").innerText(), "¥1,185.95");
    await page.getByText("以表格显示").click();
    const rows = await page.locator("table.figures tbody tr").allInnerTexts();
    assert.equal(rows.length, 12);
    assert.deepEqual(rows[0].split(/\s+/), ["1", "¥8,530.99", "¥362.50", "¥8,168.49", "¥91,831.51"]);
    assert.match(rows[11], /¥0$/);
    await expectSound(page, "worked out");
    expectNothingSent(seen, ["100000", "3.85"]);
    expectQuiet(seen);
  });
}

test("interest monthly, the principal at the end", async (t) => {
  const { page } = await visit(t, "/loan#p=300000&lpr=3.1&add=0.5&n=12&e=0");
  // 300,000 × 3.6 % = 10,800 in a year, 900 a month; half of it is subsidised.
  await page.locator("#loan-result").waitFor();
  assert.deepEqual(await lines(page), {
    年利率: "3.1% + 0.5% = 3.6%",
    每月付息: "¥900",
    到期还本: "¥300,000",
    利息一共: "¥10,800",
    "贴息（实际付息的 50%）": "¥5,400",
  });
  await page.getByRole("img", { name: "第 1 个月还 ¥900，最后一个月还 ¥300,900。" }).waitFor();
});

test("no LPR is built in; what is wrong is said at its field and nothing is lost", async (t) => {
  const { page } = await visit(t, "/loan");
  assert.equal(await page.getByLabel("LPR（贷款市场报价利率）").inputValue(), "");
  await page.getByLabel("贷多少").fill("二十万");
  await page.getByLabel("在 LPR 上加多少").fill("0.6");
  await page.getByRole("button", { name: "计算" }).click();
  await page.getByText("请填 0 到 0.5 之间的数").waitFor();
  await page.getByText("请填 0 到 24 之间的数").waitFor();
  const principal = page.getByLabel("贷多少");
  assert.equal(await principal.getAttribute("aria-invalid"), "true");
  assert.equal(await principal.evaluate((field) => document.activeElement === field), true);
  assert.equal(await principal.inputValue(), "二十万");
  assert.equal(await page.locator("#loan-result").count(), 0);
  await expectSound(page, "with faults");
});

test("limits: a person's is unconfirmed, a firm's depends on the industry", async (t) => {
  const { page } = await visit(t, "/loan#p=500001&lpr=3&n=37");
  await page.getByText("个人最高 ¥500,000，待核实，以 12333 为准").waitFor();
  await page.getByText("个人贷款最长 3 年，待核实").waitFor();
  await page.getByLabel("贷多少").fill("500000");
  await page.getByLabel("贷几个月").fill("36");
  await page.locator("#loan-result").waitFor();
  assert.equal(await page.locator("#loan-result .doubt").count(), 0);
  await page.getByRole("button", { name: "企业" }).click();
  await page.getByLabel("贷多少").fill("4000001");
  await page.getByText("超过企业贷款的上限 ¥4,000,000").waitFor();
  await page.getByText("企业贷款最长 2 年").waitFor();
  await page.getByLabel("属于先导或重点产业").check();
  await page.getByText("超过企业贷款的上限").waitFor({ state: "detached" });
  await page.getByLabel("贷多少").fill("5000001");
  await page.getByText("超过企业贷款的上限 ¥5,000,000").waitFor();
});

test("the address keeps the figures, and English says the same", async (t) => {
  const { page } = await visit(t, "/loan#p=300000&lpr=3.0&add=0.5&n=24");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "What a start-up loan costs" }).waitFor();
  await page.locator("#loan-result").waitFor();
  assert.deepEqual(await lines(page), {
    "Annual rate": "3% + 0.5% = 3.5%",
    "Each month": "¥12,960.82",
    "Interest in all": "¥11,059.60",
    "Subsidy (50% of the interest paid)": "¥5,529.80",
  });
  await page.getByLabel("How much").fill("200000");
  await page.reload();
  assert.equal(await page.getByLabel("How much").inputValue(), "200000");
});
