// A worker's way: from home through the questions to a printed result.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFits, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

/** Answers by the label of the button, or the text of a field; by the question's words. */
const PEOPLE = {
  // Rows of data/shanghai/cases/sh_skill_upgrade.csv and ui_skill_upgrade.csv.
  employed: {
    date: [2026, 11, 22],
    answers: {
      has_certificate: "true",
      situation: "employed",
      residence: "shanghai",
      certificate_kind: "level",
      certificate_level: "4",
      certificate_issued_on: "2026-08-01",
      working_age: "true",
      same_certificate_claimed: "false",
      certificate_in_shortage_list: "false",
      certificate_field: "other",
      disabled: "false",
      veteran_within_5_years: "false",
      ui_insured_months: "6",
    },
    programme: "上海市职业技能提升补贴",
    sum: "¥1,600",
    deadline: "2027年8月1日",
  },
  resident: {
    date: [2026, 11, 22],
    answers: {
      has_certificate: "true",
      situation: "unemployed",
      residence: "shanghai",
      certificate_kind: "level",
      certificate_level: "3",
      certificate_issued_on: "2026-01-15",
      working_age: "true",
      same_certificate_claimed: "false",
      certificate_in_shortage_list: "true",
      certificate_field: "biomedicine",
      disabled: "false",
      veteran_within_5_years: "false",
    },
    programme: "上海市职业技能提升补贴",
    sum: "¥3,250",
    deadline: "2027年1月15日",
  },
  late: {
    date: [2026, 11, 22],
    answers: {
      has_certificate: "true",
      situation: "employed",
      residence: "other",
      certificate_kind: "level",
      certificate_level: "4",
      certificate_issued_on: "2024-08-01",
    },
    programme: "上海市职业技能提升补贴",
    sum: null,
    deadline: null,
  },
};

const SCREENS = ["phone", "desktop"];

/** The id of the question on the page, from its address. */
const asked = (page) => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get("q"));

/** Waits until a question other than `before`, or the result, is there. */
async function next(page, before) {
  await page.waitForFunction(
    (id) => {
      const now = new URLSearchParams(location.hash.slice(1)).get("q");
      return (now && now !== id) || location.pathname === "/result";
    },
    before,
  );
}

/** Answers the question on the page. */
async function answer(page, value) {
  const id = await asked(page);
  const card = page.locator(".question");
  await card.getByRole("heading", { level: 1 }).waitFor();
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (date) {
    await page.getByLabel("年", { exact: true }).first().fill(date[1]);
    await page.getByLabel("月", { exact: true }).first().fill(String(Number(date[2])));
    await page.getByLabel("日", { exact: true }).first().fill(String(Number(date[3])));
    await card.getByRole("button", { name: "继续" }).click();
  } else if (/^\d/.test(value)) {
    await card.getByRole("textbox").fill(value);
    await card.getByRole("button", { name: "继续" }).click();
  } else if (value === "true" || value === "false") {
    await card.getByRole("button", { name: value === "true" ? "是" : "否", exact: true }).click();
  } else {
    await card.locator(".choice").nth(await place(page, id, value)).click();
  }
  await next(page, id);
}

const OPTIONS = {
  situation: ["employed", "flexible", "unemployed", "ui_recipient", "protocol_insured", "rural_surplus", "student_higher_final_year", "student_secondary_final_year", "other"],
  residence: ["shanghai", "other"],
  certificate_kind: ["level", "unranked", "special"],
  certificate_field: ["integrated_circuits", "biomedicine", "artificial_intelligence", "elderly_care", "housekeeping", "other"],
};

async function place(page, id, value) {
  const index = OPTIONS[id]?.indexOf(value) ?? -1;
  assert.ok(index >= 0, `no option ${value} of ${id}`);
  return index;
}

/** Goes through the questions: what is not in `answers` is skipped as 不清楚. */
async function answerAll(page, answers) {
  for (let n = 0; n < 80 && !page.url().includes("/result"); n += 1) {
    await page.waitForFunction(() => location.hash.includes("q=") || location.pathname === "/result");
    const id = await asked(page);
    if (id === null) break;
    if (id in answers) {
      await answer(page, answers[id]);
    } else {
      await page.getByRole("button", { name: "不清楚，先跳过" }).click();
      await next(page, id);
    }
  }
}

/** Sets the day of application. */
async function applyOn(page, [year, month, day]) {
  const box = page.locator("details.date");
  await box.locator("summary").click();
  await box.getByLabel("年", { exact: true }).fill(String(year));
  await box.getByLabel("月", { exact: true }).fill(String(month));
  await box.getByLabel("日", { exact: true }).fill(String(day));
  await box.getByRole("button", { name: "按这个日期算" }).click();
  await box.getByText(`${year}年${month}月${day}日`).waitFor();
  await box.locator("summary").click();
}

const card = (page, title) => page.locator("article").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

for (const screen of SCREENS) {
  for (const [name, person] of Object.entries(PEOPLE)) {
    test(`from home to the printed result: ${name} (${screen})`, async (t) => {
      const { page, seen } = await visit(t, "/", { screen });
      await page.getByRole("link", { name: /^工作/ }).click();
      await page.waitForFunction(() => location.hash.includes("q="));
      await applyOn(page, person.date);
      await answerAll(page, person.answers);
      await page.waitForURL(/\/result/);
      await page.getByRole("heading", { level: 1, name: "我的测算结果" }).waitFor();
      const result = card(page, person.programme);
      if (person.sum) {
        await result.getByText("符合条件", { exact: true }).waitFor();
        assert.equal(await result.locator(".figure .amount").innerText(), person.sum);
        await result.getByText(person.deadline).first().waitFor();
        await result.getByText("身份证或社会保障卡").waitFor();
      } else {
        await result.getByText("暂不符合", { exact: true }).waitFor();
        assert.equal(await result.locator(".figure").count(), 0);
      }
      await result.locator("details.working > summary").click();
      await result.getByRole("heading", { name: "条件" }).waitFor();
      await expectFits(page);

      await page.emulateMedia({ media: "print" });
      const sheet = page.locator(".sheet");
      await sheet.waitFor();
      const paper = await sheet.innerText();
      assert.match(paper, /2026年11月22日/);
      if (person.sum) assert.ok(paper.includes(person.sum), "the sheet says the sum");
      await sheet.getByRole("img", { name: /扫码/ }).waitFor();
      assert.equal(await page.locator("header.top").isVisible(), false);
      await page.emulateMedia({ media: "screen" });

      expectQuiet(seen);
      // "shanghai" is also the pack's name.
      const told = Object.values(person.answers).filter((value) => value.length > 5 && value !== "shanghai");
      expectNothingSent(seen, [...told, "residence", "certificate_level", "q=", "a="]);
    });
  }
}

test("back leads to the question before, and an early answer can be changed", async (t) => {
  const { page, seen } = await visit(t, "/check#for=worker");
  await page.waitForFunction(() => location.hash.includes("q="));
  await page.goto("/check#q=residence");
  await page.getByRole("heading", { level: 1, name: "您的户籍在哪里？" }).waitFor();
  await page.getByRole("button", { name: "外省市" }).click();
  await next(page, "residence");
  const second = await asked(page);
  assert.notEqual(second, "residence");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "您的户籍在哪里？" }).waitFor();
  assert.equal(await page.getByRole("button", { name: "外省市" }).getAttribute("aria-pressed"), "true");
  await page.goForward();
  await page.waitForFunction((id) => location.hash.includes(id), second);

  // Answer two more, then change the first.
  for (let n = 0; n < 2; n += 1) {
    const id = await asked(page);
    await page.getByRole("button", { name: "不清楚，先跳过" }).click();
    await next(page, id);
  }
  const answers = page.getByRole("region", { name: "我的回答" });
  await answers.getByRole("link", { name: "修改 户籍" }).click();
  await page.getByRole("heading", { level: 1, name: "您的户籍在哪里？" }).waitFor();
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await next(page, "residence");
  await answers.getByText("上海", { exact: true }).waitFor();
  assert.equal(await answers.getByText("不清楚").count(), 2, "nothing else was lost");
  expectQuiet(seen);
});

test("a change from the result leads back to it", async (t) => {
  const { page } = await visit(t, "/result#v=0&d=2026-11-22&f=worker&a=residence-other");
  await page.getByRole("link", { name: "修改 户籍" }).click();
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await page.waitForURL(/\/result$/);
  await page.getByRole("region", { name: "我的回答" }).getByText("上海", { exact: true }).waitFor();
});

test("the page says why it asks, and what is wrong with an answer", async (t) => {
  const { page } = await visit(t, "/check#q=certificate_issued_on");
  await page.getByText("为什么问这个").click();
  await page.getByText(/决定 \d+ 项补贴/).waitFor();
  const question = page.locator(".question");
  await question.getByRole("button", { name: "继续" }).click();
  await question.getByText("请把年、月、日填完整。").waitFor();
  await question.getByLabel("年", { exact: true }).fill("2026");
  await question.getByLabel("月", { exact: true }).fill("2");
  await question.getByLabel("日", { exact: true }).fill("30");
  await question.getByRole("button", { name: "继续" }).click();
  await question.getByText("没有这一天，请检查年、月、日。").waitFor();
  await expectSound(page, "a wrong date");
  await page.goto("/check#q=ui_insured_months");
  await page.getByRole("heading", { level: 1, name: /失业保险/ }).waitFor();
  await question.getByRole("textbox").fill("一年");
  await question.getByRole("button", { name: "继续" }).click();
  await question.getByText("请只填数字，例如 12。").waitFor();
  await question.getByRole("textbox").fill("601");
  await question.getByRole("button", { name: "继续" }).click();
  await question.getByText("请填 0 到 600 之间的数。").waitFor();
  await question.getByRole("textbox").fill("１２");
  await question.getByRole("button", { name: "继续" }).click();
  await next(page, "ui_insured_months");
});

test("the keyboard alone leads from question to question", async (t) => {
  const { page } = await visit(t, "/check#q=residence", { screen: "desktop" });
  await page.getByRole("heading", { level: 1, name: "您的户籍在哪里？" }).waitFor();
  await page.getByRole("button", { name: "上海", exact: true }).focus();
  await page.keyboard.press("Enter");
  await next(page, "residence");
  await page.waitForFunction(() => document.activeElement?.id === "title");
  await page.keyboard.press("Tab");
  const inCard = await page.evaluate(() => document.querySelector(".question").contains(document.activeElement));
  assert.ok(inCard, "the next stop is the question's first field");
});

test("everything works without a network once it is loaded", async (t) => {
  const { page, context } = await visit(t, "/check#for=worker");
  await page.waitForFunction(() => location.hash.includes("q="));
  // The result's code is fetched while the questions are on screen.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.includes("/parts/split_result") && responseEnd > 0),
  );
  await context.setOffline(true);
  await answerAll(page, PEOPLE.employed.answers);
  await page.getByRole("heading", { level: 1, name: "我的测算结果" }).waitFor();
  await card(page, PEOPLE.employed.programme).waitFor();
  await page.getByRole("button", { name: /English/ }).click();
  await page.getByRole("heading", { level: 1, name: "My result" }).waitFor();
});

test("without storage it works, and says once that nothing is kept", async (t) => {
  const { page, seen } = await visit(t, "/check#q=residence", { storage: false });
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await next(page, "residence");
  await page.getByText("浏览器不允许保存").waitFor();
  await page.getByRole("button", { name: "知道了" }).click();
  const id = await asked(page);
  await page.getByRole("button", { name: "不清楚，先跳过" }).click();
  await next(page, id);
  assert.equal(await page.getByText("浏览器不允许保存").count(), 0);
  assert.deepEqual(seen.pageErrors, []);
});

test("answers are kept, several situations too, and one button clears them all", async (t) => {
  const { page } = await visit(t, "/check#q=residence");
  await page.getByRole("button", { name: "上海", exact: true }).click();
  await next(page, "residence");
  await page.reload();
  const answers = page.getByRole("region", { name: "我的回答" });
  await answers.getByText("上海", { exact: true }).waitFor();

  await page.getByText("几种情况").click();
  await page.getByLabel("给这一份取个名字").fill("妈妈");
  await page.getByRole("button", { name: "保存名字" }).click();
  await page.getByRole("button", { name: "新建一份" }).click();
  await answers.getByText("还没有回答。").waitFor();
  await page.goto("/check#q=residence");
  await page.getByRole("button", { name: "外省市" }).click();
  await next(page, "residence");
  await page.getByRole("button", { name: "换成这份：妈妈" }).click();
  await answers.getByText("上海", { exact: true }).waitFor();

  await page.getByRole("button", { name: "清除全部回答" }).click();
  await page.getByRole("button", { name: "不清除" }).click();
  await answers.getByText("上海", { exact: true }).waitFor();
  await page.getByRole("button", { name: "清除全部回答" }).click();
  await page.getByRole("button", { name: "确定清除" }).click();
  await answers.getByText("还没有回答。").waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.situations")), null);
});

test("answers that a new pack does not know are dropped, and said so", async (t) => {
  const { page } = await visit(t, null);
  await page.addInitScript(() => {
    localStorage.setItem(
      "bazhu.situations",
      "bazhu-situations 1\t0\n\t\tall\tresidence-shanghai~situation-retired~gone_question-true\tdisabled~gone_too",
    );
  });
  await page.goto("/check");
  await page.getByText("以下回答不再适用，已去掉：当前状况、gone_question").waitFor();
  const answers = page.getByRole("region", { name: "我的回答" });
  await answers.getByText("上海", { exact: true }).waitFor();
});

test("a pack that does not come is said, with ways on", async (t) => {
  const { page } = await visit(t, null);
  let broken = true;
  await page.route(/\.pack$/, (route) => (broken ? route.abort() : route.continue()));
  await page.goto("/levels");
  await page.getByRole("heading", { name: "规则数据没有取到" }).waitFor();
  await page.getByRole("alert").getByRole("link", { name: /12333/ }).waitFor();
  await page.getByRole("alert").getByRole("link", { name: "政策文字版" }).waitFor();
  await expectSound(page, "no pack");
  broken = false;
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.locator("#ask").waitFor();
});

test("a date after the checked time shows no amounts", async (t) => {
  const { page } = await visit(t, "/result#v=0&d=2027-02-01&f=worker&a=residence-shanghai");
  await page.getByText("之后的日期不显示金额").first().waitFor();
  assert.equal(await page.locator("main .amount:visible").count(), 0);
});

test("on a phone the unfolded list stands over the answers, and a touch beside it folds it again", async (t) => {
  const { page, seen } = await visit(t, "/check#q=residence", { screen: "phone" });
  const answers = page.getByRole("region", { name: "我的回答" });
  await answers.waitFor();
  await page.getByRole("button", { name: "展开清单" }).click();
  await page.locator("#live-list").waitFor();
  // What waits behind is neither read out nor touched.
  const waits = () => answers.evaluate((panel) => panel.closest("[inert]") !== null);
  assert.equal(await waits(), true);
  await page.evaluate(() => document.querySelector(".columns").click());
  await page.locator("#live-list").waitFor({ state: "hidden" });
  assert.equal(await waits(), false);
  assert.equal(await page.locator("#live-list").isVisible(), false);
  expectQuiet(seen);
});
