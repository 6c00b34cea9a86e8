// After the pack's last day no figure of the rules is shown anywhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectSound, visit } from "./browser.mjs";
import { idle } from "./idle.mjs";
import { ROUTES } from "./routes.mjs";

const ANSWERS =
  "has_certificate-true~situation-employed~residence-shanghai~certificate_kind-level~certificate_level-4" +
  "~certificate_issued_on-2026-08-01~working_age-true~same_certificate_claimed-false" +
  "~certificate_in_shortage_list-true~certificate_field-other~disabled-false~veteran_within_5_years-false" +
  "~employer_kind-enterprise~ui_insured_months-24~certificate_verified-true~higher_level_claimed-false" +
  "~training_subsidy_claimed-false~claims_this_year-0~care_frontline-false";

/** A visitor with answers, on a day. */
async function open(t, day, options = {}) {
  const view = await visit(t, null, options);
  await view.page.clock.install({ time: new Date(`${day}T10:00:00+08:00`) });
  await view.page.goto(`/result#v=0&f=worker&a=${ANSWERS}`);
  await view.page.locator("footer").getByText("规则版本").waitFor();
  return view;
}

/** Sums of money on a page, but for what a course costs and what the visitor typed. */
const sums = (page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main").cloneNode(true);
    // A course's own price is not a figure of the rules.
    for (const row of copy.querySelectorAll(".offer > div")) if (/^价格|^学费/.test(row.innerText || row.textContent)) row.remove();
    for (const element of copy.querySelectorAll("script, .filters, .card.course p > .amount")) element.remove();
    for (const price of copy.querySelectorAll(".amount")) if (/^补贴前/.test(price.textContent)) price.remove();
    return copy.textContent.match(/¥\s?\d[\d,.]*/g) ?? [];
  });

test("the last day still has figures, the next day has none", async (t) => {
  const last = await open(t, "2026-12-31");
  assert.equal(await last.page.locator(".hero .big").innerText(), "¥1,600");
  const next = await open(t, "2027-01-01");
  await next.page.getByText("现有规则只核对到 2026年12月31日，之后的日期不显示金额。").first().waitFor();
  assert.deepEqual(await sums(next.page), []);
  await idle(next.page);
  await next.page.locator("footer").getByText("现有规则只核对到 2026年12月31日").waitFor();
  await expectSound(next.page, "out of date");
});

test("no page shows a figure of rules that are out of date", async (t) => {
  const { page } = await open(t, "2027-03-01");
  for (const path of [...ROUTES, "/courses/compare#c=S0001~S0002", "/pathways#o=6-31-01-03&g=3"]) {
    // A loan has a test of its own. Honours and employers' pay and funding are history, each with its year.
    if (["/loan", "/honours", "/employers"].includes(path)) continue;
    await page.goto("about:blank");
    await page.goto(path);
    await page.locator("main h1").first().waitFor();
    await page.locator("main .waiting").first().waitFor({ state: "detached" });
    await page.waitForTimeout(300);
    for (const summary of await page.locator("main summary:visible").all()) await summary.click();
    assert.deepEqual(await sums(page), [], path);
  }
});

test("a loan is worked out, the subsidy and the limits of rules that are out of date are not shown", async (t) => {
  const { page } = await open(t, "2027-03-01");
  await page.goto("about:blank");
  await page.goto("/loan#p=300000&lpr=3.0&n=24");
  await page.locator("#loan-result").waitFor();
  await page.getByText("现有规则只核对到 2026年12月31日").first().waitFor();
  const text = await page.locator("main").innerText();
  assert.match(text, /每月还/);
  assert.doesNotMatch(text, /贴息（实际付息的 50%）/);
  assert.doesNotMatch(text, /¥5,529\.80/);
  await page.getByLabel("贷多少").fill("4000001");
  await page.waitForTimeout(300);
  assert.doesNotMatch(await page.locator("main").innerText(), /¥500,000|¥4,000,000/);
  await expectSound(page, "out of date");
});

test("data that were not checked for a month say so while they are still in force", async (t) => {
  const { page } = await open(t, "2026-12-28");
  await idle(page);
  await page.locator("footer").getByText("资料已有 36 天没有核对").waitFor();
  assert.equal(await page.locator(".hero .big").innerText(), "¥1,600");
  const early = await open(t, "2026-11-28");
  await idle(early.page);
  await early.page.waitForTimeout(300);
  assert.equal(await early.page.getByText("没有核对").count(), 0);
});

test("widgets say so as well", async (t) => {
  const late = "现有规则只核对到 2026年12月31日，之后的日期不显示金额。";
  const { page } = await visit(t, null, {});
  await page.clock.install({ time: new Date("2027-03-01T10:00:00+08:00") });
  await page.goto("/embed/levels");
  await page.getByText(late).waitFor();
  await page.goto("/embed/malan");
  await page.getByText(late).waitFor();
  await page.goto("/embed/loan");
  await page.getByLabel("贷多少").fill("200000");
  await page.getByLabel("LPR（贷款市场报价利率）").fill("3");
  await page.getByRole("button", { name: "计算" }).click();
  await page.getByText(late).waitFor();
  assert.equal(await page.getByText("贴息", { exact: true }).count(), 0, "no subsidy is worked out");
});
