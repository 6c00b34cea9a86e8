// The language: switching it keeps the page, the place and what was typed; `?lang=en` is carried on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectQuiet, visit } from "./browser.mjs";

const toEnglish = (page) => page.getByRole("button", { name: /^English/ });
const english = (page) => page.waitForFunction(() => document.documentElement.lang === "en");

test("on /check it keeps the question, the answers, a number that is half typed, and the place", async (t) => {
  const { page, seen } = await visit(t, "/check#q=residence");
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await page.waitForFunction(() => !location.hash.includes("residence"));
  await page.goto("/check#q=ui_insured_months");
  await page.locator(".question").getByRole("textbox").fill("4");
  await page.getByText("几种情况").click();
  await page.getByLabel("给这一份取个名字").fill("妈妈");
  await page.evaluate(() => scrollTo(0, 180));
  await page.waitForFunction(() => scrollY === 180);
  await toEnglish(page).evaluate((button) => button.click());
  await page.getByRole("heading", { level: 1, name: /insurance/i }).waitFor();
  await expectAddress(page, /#q=ui_insured_months$/);
  const question = page.locator(".question");
  await page.waitForFunction(() => document.querySelector(".question input").value === "4");
  assert.equal(await page.getByLabel("Name this one").inputValue(), "妈妈", "unfolded, with what was typed");
  assert.equal(await page.evaluate(() => scrollY), 180);
  await page.getByRole("region", { name: "My answers" }).getByText("Shanghai", { exact: true }).waitFor();
  // The page knows it, not only the field.
  await question.getByRole("textbox").press("End");
  await question.getByRole("textbox").pressSequentially("0");
  await question.getByRole("button", { name: "Continue" }).click();
  await page.waitForFunction(() => !location.hash.includes("ui_insured_months"));
  await page.getByRole("region", { name: "My answers" }).getByText(/40/).waitFor();
  expectQuiet(seen);
});

test("the focus stays on the switch, and goes to and fro", async (t) => {
  const { page } = await visit(t, "/levels", { screen: "desktop" });
  await page.locator("#ask").waitFor();
  await toEnglish(page).focus();
  await page.keyboard.press("Enter");
  await english(page);
  await page.waitForFunction(() => document.activeElement?.id === "language");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.documentElement.lang === "zh-Hans");
  await page.waitForFunction(() => document.activeElement?.id === "language");
});

test("/loan keeps what was typed, right or wrong, and its choices", async (t) => {
  const { page } = await visit(t, "/loan");
  await page.getByLabel("贷多少").fill("二十万");
  await page.getByLabel("LPR（贷款市场报价利率）").fill("3.85");
  await page.getByRole("button", { name: "企业" }).click();
  await page.getByRole("checkbox").check();
  await toEnglish(page).click();
  await page.getByRole("heading", { level: 1, name: /loan/i }).waitFor();
  await page.waitForFunction(() => document.querySelector("#principal").value === "二十万");
  assert.equal(await page.locator("#lpr").inputValue(), "3.85");
  assert.equal(await page.getByRole("checkbox").isChecked(), true);
  await page.locator("#principal").fill("100000");
  await page.locator("#months").fill("12");
  await page.getByRole("button", { name: "Work it out" }).or(page.locator("form button[type=submit]")).first().click();
  await page.locator("#loan-result").getByText("¥1,185.95").first().waitFor();
});

for (const [route, field, words] of [
  ["/programmes", "input[type=search]", "养老"],
  ["/courses", "#course-search", "电工"],
  ["/occupations", "main input", "电工"],
  ["/institutions", "main input", "徐汇"],
]) {
  test(`${route} keeps what is looked for and what was found`, async (t) => {
    const { page, seen } = await visit(t, route);
    const input = page.locator(field).first();
    await input.waitFor();
    await input.fill(words);
    await page.waitForFunction(() => location.hash.includes("q="));
    const hash = await page.evaluate(() => location.hash);
    await toEnglish(page).click();
    await english(page);
    await page.waitForFunction(([field, words]) => document.querySelector(field)?.value === words, [field, words]);
    await expectAddress(page, (url) => url.hash === hash);
    expectQuiet(seen);
  });
}

test("/levels keeps the question and the answers", async (t) => {
  const { page } = await visit(t, "/levels");
  await page.locator("#ask").waitFor();
  await page.getByRole("button", { name: "五级（初级工）" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "ask");
  const kept = await page.evaluate(() => localStorage.getItem("bazhu.situations"));
  assert.match(kept, /level/, "an answer was given");
  const asked = await page.locator("#ask").innerText();
  await toEnglish(page).click();
  await english(page);
  assert.notEqual(await page.locator("#ask").innerText(), asked);
  assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.situations")), kept);
});

test("`?lang=en` holds over links, full loads and new windows, with storage and without, and is no choice", async (t) => {
  for (const storage of [true, false]) {
    const { page, context } = await visit(t, "/?lang=en", { storage });
    await page.getByRole("heading", { level: 1, name: /Skills subsidies/ }).waitFor();
    await page.locator("main").getByRole("link", { name: /Which level/ }).click();
    await page.getByRole("heading", { level: 1, name: "Which level can I sit?" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Which level can I sit?" }).waitFor();
    // Where the app itself changes the address.
    await page.goto("/check?lang=en");
    await page.waitForFunction(() => location.hash.includes("q="));
    await page.reload();
    await page.getByRole("button", { name: /^中文/ }).waitFor();
    await page.goBack();
    const other = context.waitForEvent("page");
    await page.locator("footer").getByRole("link", { name: "About this site" }).click({ modifiers: ["Control"] });
    const opened = await other;
    await opened.getByRole("button", { name: /^中文/ }).waitFor();
    await expectAddress(opened, /\/about\?lang=en/);
    if (storage) assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.lang")), null);
  }
});

test("a choice by the button outlives the address: on the device, else in the address", async (t) => {
  const { page } = await visit(t, "/loan?lang=en#p=1");
  await page.getByRole("button", { name: /^中文/ }).click();
  await page.getByRole("heading", { level: 1, name: "创业担保贷款怎么还" }).waitFor();
  await expectAddress(page, /\/loan#/);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "创业担保贷款怎么还" }).waitFor();
  const blocked = await visit(t, "/loan#p=1", { storage: false });
  await toEnglish(blocked.page).click();
  await blocked.page.waitForURL(/\/loan\?lang=en&elder=0#/);
  await blocked.page.reload();
  await blocked.page.getByRole("button", { name: /^中文/ }).waitFor();
});
