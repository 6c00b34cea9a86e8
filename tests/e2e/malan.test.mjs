// /malan: which course for whom, the road map with its days, the calendar file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { expectFits, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { answer, enter, open, task, unfold } from "./malan.mjs";

/** The names of the courses that fit now, and each with what comes after it. */
async function fits(page) {
  return page.locator("#courses article.fits").evaluateAll((all) =>
    all.map((card) => [card.querySelector("h3").innerText, card.lastElementChild.innerText]),
  );
}

const SYB = "创办你的企业（SYB）";
const GYB = "产生你的企业想法（GYB）";
const SIMULATION = "创业模拟实训";
const ONLINE = "网络创业培训";
const IYB = "改善你的企业（IYB）";
const EYB = "扩大你的企业（EYB）";

for (const screen of ["phone", "desktop"]) {
  test(`somebody with a few ideas: GYB and a simulation, and why (${screen})`, async (t) => {
    const { page, seen } = await open(t, { screen });
    await page.getByRole("heading", { level: 1, name: "马兰花创业指南" }).waitFor();
    await expectSound(page, "nothing entered");
    await answer(page, "#courses", "您的创业组织登记注册了吗？", "否");
    await answer(page, "#courses", "您的创业想法到哪一步了？", "有几个方向，还没定");
    await answer(page, "#courses", "打算在网上做生意", "否");
    await answer(page, "#courses", "您属于哪类人？", "退役军人");
    await page.getByText("问完了。").first().waitFor();
    assert.deepEqual(await fits(page), [
      [GYB, `${SYB}、${SIMULATION}、${ONLINE}`],
      [SIMULATION, `${SYB}、${ONLINE}`],
    ]);
    await page.getByText("您属于马兰花计划点名的人群。").waitFor();
    const gyb = page.getByRole("article", { name: GYB });
    assert.match(await gyb.innerText(), /还在想做什么，没有定下来\s+依据您的回答：\s+创业想法：有几个方向，还没定/);
    // Shanghai's hours are not known and said to be; those of elsewhere are marked.
    assert.match(await gyb.innerText(), /课时（上海）\s+没有查到，以 12333 为准/);
    assert.match(await gyb.innerText(), /外地，不是上海\s*待核实，以 12333 为准\s+不少于 24 课时/);
    // A boundary that is this guide's own is said to be one.
    const simulation = page.getByRole("article", { name: SIMULATION });
    assert.match(await simulation.innerText(), /本指南的划分）\s*待核实/);
    const flower = page.getByRole("img", { name: /六门课的马兰花/ });
    assert.match(await flower.getAttribute("aria-label"), /现在适合：GYB、模拟实训。/);
    for (const summary of await page.locator("main summary:visible").all()) {
      if (!(await summary.evaluate((it) => it.parentElement.open))) await summary.click();
    }
    await expectSound(page, "all unfolded");
    expectNothingSent(seen, ["idea-some", "veteran"]);
    expectQuiet(seen);
  });
}

// Registered, running for 14 months with 3 staff, wants to grow and to sell online: IYB and EYB
// fit, and the online course for moving the business. Without staff EYB does not.
test("a running firm: IYB, EYB and the online course; a changed answer changes them", async (t) => {
  const { page, seen } = await open(t);
  await answer(page, "#courses", "您的创业组织登记注册了吗？", "是");
  await answer(page, "#courses", "已经经营满几个月了？", 14);
  await answer(page, "#courses", "现在有几名员工？", 3);
  await answer(page, "#courses", "接下来打算扩大吗？", "是");
  await answer(page, "#courses", "打算在网上做生意", "是");
  await answer(page, "#courses", "您属于哪类人？", "以上都不是");
  assert.deepEqual(
    (await fits(page)).map(([name]) => name),
    [ONLINE, IYB, EYB],
  );
  await page.getByText("能不能参加，以 12333 为准。").first().waitFor();
  await page.getByRole("button", { name: "修改 员工人数" }).click();
  await answer(page, "#courses", "现在有几名员工？", 0);
  await page.getByRole("article", { name: EYB }).waitFor({ state: "detached" });
  assert.deepEqual(
    (await fits(page)).map(([name]) => name),
    [ONLINE, IYB],
  );
  await page.getByText("另外几门课").click();
  const eyb = page.locator("#course-eyb");
  assert.match(await eyb.innerText(), /现在不合适[\s\S]*至少有一名员工（本指南的划分）/);
  // What was answered is there after a reload, and nothing is asked again.
  await page.reload();
  await page.getByRole("article", { name: IYB }).waitFor();
  assert.equal(await page.locator("#course-ask").innerText(), "问完了。");
  expectQuiet(seen);
});

test("in English: a clear idea leads to SYB, and every word is English", async (t) => {
  const { page, seen } = await open(t, { language: "en-GB" });
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Start-up guide (Malan Flower)" }).waitFor();
  await page.locator("#notes").waitFor();
  await answer(page, "#courses", "Is your business registered?", "No");
  await answer(page, "#courses", "How far is your business idea?", "I have decided on an idea");
  await answer(page, "#courses", "Do you want to do business online", "No");
  await page.getByRole("article", { name: "Start Your Business (SYB)" }).waitFor();
  assert.deepEqual(await fits(page), [
    ["Start Your Business (SYB)", "Improve Your Business (IYB)"],
    ["Business simulation training", "Start Your Business (SYB), Online business training"],
  ]);
  await unfold(page);
  await enter(page, "Registered the business", [2026, 11, 10]);
  await task(page, "run_on").getByText("From 10 November 2027").waitFor();
  const chinese = await page.locator("main").evaluate((main) => {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // A Chinese word in brackets explains the English one before it.
      if (/[\u4e00-\u9fff]/.test(node.textContent.replace(/\([^)]*\)/g, "")) && !node.parentElement.closest("[lang='zh-Hans']")) found.push(node.textContent);
    }
    return found;
  });
  assert.deepEqual(chinese, []);
  await expectSound(page, "English");
  expectQuiet(seen);
});

// Registered on 31 August 2025, the first person insured since 15 May 2026.
//
// First-business grant: 12 months are full on 31 August 2026, 6 months of insurance on
// 15 November 2026; 18 months from registration end on 28 February 2027, for there is no 31st.
// From 22 November 2026 until then it is 98 days: 8 + 31 + 31 + 28.
// Rent: 6 months ended on 28 February 2026.
test("days that follow from a month's end, kept over a reload", async (t) => {
  const { page, seen } = await open(t);
  // The stage that is under way is unfolded, the others are not.
  const folded = await page.locator("#road .stage > details").evaluateAll((all) => all.map((it) => it.open));
  assert.deepEqual(folded, [true, false, false, false, false]);
  await unfold(page);
  assert.match(await task(page, "claim_first").innerText(), /填了“登记注册”的日子，就知道是哪一天。/);
  await page.getByText("填上日子以后，这里可以把期限存进日历。").waitFor();
  await enter(page, "登记注册", [2025, 8, 31]);
  await enter(page, "开始为第一个人缴社会保险", [2026, 5, 15]);
  const claim = task(page, "claim_first");
  await claim.getByText("2027年2月28日").waitFor();
  assert.match(await claim.innerText(), /最后一天 2027年2月28日 · 还有 98 天/);
  assert.match(await task(page, "claim_rent").innerText(), /2026年2月28日已经过了期限/);
  for (const id of ["register", "insure_first", "run_on", "insure_on"]) {
    assert.equal(await task(page, id).getByRole("checkbox").isChecked(), true, id);
    await task(page, id).getByText("日子到了，算做完").waitFor();
  }
  // What is done needs no more words.
  assert.equal(await task(page, "run_on").getByText("要多久、带什么").isVisible(), false);
  await task(page, "claim_first").locator("summary").click();
  assert.match(await task(page, "claim_first").innerText(), /带什么\s+要带哪些材料，以 12333 为准。[\s\S]*沪人社规〔2023〕1号\s*据公开报道/);
  // A tick opens what comes after it, and is kept.
  await task(page, "learn_to_start").getByText("先做完：定下做什么").waitFor();
  await task(page, "find_idea").getByRole("checkbox").check();
  await task(page, "learn_to_start").getByText("先做完").waitFor({ state: "detached" });
  const done = page.locator("label[for=progress]", { hasText: "做完 5 步，一共 18 步" });
  await done.waitFor();
  const next = page.locator("#road .next");
  assert.match(await next.innerText(), /现在可以办\s+看看自己能领什么\s+算清两年的钱\s+申请首次创业一次性补贴/);
  assert.match(await next.innerText(), /最近的期限\s+2027年2月28日 · 还有 98 天\s+申请首次创业一次性补贴/);
  await expectSound(page, "days entered");
  await page.reload();
  await done.waitFor();
  await unfold(page);
  assert.match(await task(page, "claim_first").innerText(), /最后一天 2027年2月28日/);
  // The day is the check's own answer too.
  await page.goto("/check#q=business_registered_on");
  assert.equal(await page.locator("#answer-y").inputValue(), "2025");
  expectNothingSent(seen, ["2025-08-31", "find_idea"]);
  expectQuiet(seen);
});

// Registered on 10 November 2026: the rent until 10 May 2027, the grant from 10 November 2027
// until 10 May 2028, and the first person insured on 10 November 2027 at the latest: six months
// are then full on the grant's last day.
test("the last day to insure somebody, and when there is no time left", async (t) => {
  const { page } = await open(t);
  await enter(page, "登记注册", [2026, 11, 10]);
  // A deadline leads to its task, folded or not.
  await page.locator("#road .next").getByRole("button", { name: "为至少一个人缴社会保险" }).first().click();
  await task(page, "insure_first").getByText("2027年11月10日").waitFor();
  await unfold(page);
  await task(page, "claim_rent").getByText("2027年5月10日").waitFor();
  assert.match(await task(page, "claim_first").innerText(), /不早于 2027年11月10日，还有日子没填[\s\S]*最后一天 2028年5月10日/);
  assert.match(await task(page, "insure_first").innerText(), /最后一天 2027年11月10日，才赶得上“申请首次创业一次性补贴”/);
  // Months and windows are said, as the rules have them.
  for (const [id, words] of [
    ["run_on", /满 12 个月/],
    ["insure_on", /满 6 个月/],
    ["claim_first", /登记之日起 18 个月内/],
    ["claim_rent", /登记之日起 6 个月内/],
  ]) {
    await task(page, id).locator("summary").click();
    assert.match(await task(page, id).innerText(), words, id);
  }
  await enter(page, "开始为第一个人缴社会保险", [2027, 11, 11]);
  await task(page, "claim_first").getByText("赶不上了：最早 2028年5月11日才满足条件，可是 2028年5月10日就截止。").waitFor();
  // A day that is none, and one that the check would not take.
  const row = page.locator("#dates details").filter({ hasText: "登记注册" });
  await enter(page, "登记注册", [2026, 2, 30]);
  await row.getByText("没有这一天，请检查年、月、日。").waitFor();
  await row.getByRole("textbox").nth(0).fill("1989");
  await row.getByRole("textbox").nth(2).fill("1");
  await row.getByRole("button", { name: "按这一天算" }).click();
  await row.getByText("请填 1990年1月1日 到 2035年12月31日 之间的日期。").waitFor();
  await expectSound(page, "faults");
});

/** A calendar file as its properties by event, after undoing the folding of lines. */
function calendar(text) {
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const events = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") events.push({ triggers: [] });
    const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? [];
    const event = events.at(-1);
    if (!event) continue;
    if (name === "TRIGGER") event.triggers.push(value);
    else event[name] ??= value;
  }
  return { lines, events };
}

test("the deadlines as a calendar file", async (t) => {
  const { page, seen } = await open(t);
  await enter(page, "登记注册", [2026, 11, 10]);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "存进日历（.ics）" }).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "malan.ics");
  await page.getByText("已给出 2 个日期").waitFor();
  const text = await readFile(await file.path(), "utf8");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const { lines, events } = calendar(text);
  assert.deepEqual(lines.slice(0, 3), ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bazhu//shanghai_malan//zh-Hans"]);
  assert.deepEqual(
    events.map((event) => [event.UID, event.DTSTART, event.DTEND, event.SUMMARY, event.triggers.length]),
    [
      ["insure_first-until.shanghai_malan@bazhu", "20271110", "20271111", "最后一天：为至少一个人缴社会保险", 3],
      ["claim_first-until.shanghai_malan@bazhu", "20280510", "20280511", "最后一天：申请首次创业一次性补贴", 3],
    ],
  );
  assert.deepEqual(events[1].triggers, ["-P29DT15H", "-P6DT15H", "-PT15H"]);
  assert.equal(events[1].DTSTAMP, "20261122T010000Z");
  assert.match(events[1].DESCRIPTION, /以经办机构审核为准。咨询：12333。\\nhttp/);
  // The rent is not among them: nobody moved in anywhere. Who did is reminded. The first day of
  // the grant is one only when it is known since when somebody is insured: from 20 January 2027
  // six months are full before 12 months in business.
  await enter(page, "入驻孵化场地", [2026, 6, 1]);
  await enter(page, "开始为第一个人缴社会保险", [2027, 1, 20]);
  const second = page.waitForEvent("download");
  await page.getByRole("button", { name: "存进日历（.ics）" }).click();
  const more = calendar(await readFile(await (await second).path(), "utf8"));
  assert.deepEqual(
    more.events.map((event) => [event.SUMMARY, event.DTSTART, event.triggers]),
    [
      ["最后一天：申请孵化场地费补贴", "20270510", events[1].triggers],
      ["可以办了：申请首次创业一次性补贴", "20271110", ["PT9H"]],
      ["最后一天：申请首次创业一次性补贴", "20280510", events[1].triggers],
    ],
  );
  expectQuiet(seen);
});

test("where nothing can be kept, it is said and the page works", async (t) => {
  const { page, seen } = await visit(t, null, { storage: false });
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto("/malan");
  await answer(page, "#courses", "您的创业组织登记注册了吗？", "否");
  await answer(page, "#courses", "您的创业想法到哪一步了？", "想法已经定了");
  await page.getByRole("article", { name: SYB }).waitFor();
  await page.getByText("浏览器不允许保存，答案只留到您关闭本页为止。").waitFor();
  await enter(page, "登记注册", [2026, 11, 10]);
  await unfold(page);
  await task(page, "claim_first").getByText("2028年5月10日").waitFor();
  expectQuiet(seen);
});

test("clearing all answers clears the plan too", async (t) => {
  const { page } = await open(t, {}, { kept: "bazhu-malan 1\nanswers\tregistered-true~months_running-3" });
  await page.getByRole("article", { name: IYB }).waitFor();
  await page.goto("/check");
  await page.locator("details.situations summary").click();
  await page.getByRole("button", { name: "清除全部回答" }).click();
  await page.getByRole("button", { name: "确定清除" }).click();
  assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.malan")), null);
});

test("the road map fits on paper", async (t) => {
  const { page } = await open(t, { screen: "desktop" });
  await enter(page, "登记注册", [2025, 8, 31]);
  await task(page, "find_idea").getByRole("checkbox").check();
  await page.emulateMedia({ media: "print" });
  const sheet = page.locator(".sheet");
  const text = await sheet.innerText();
  assert.match(text, /登记注册：2025年8月31日/);
  assert.match(text, /☑\s+定下做什么/);
  assert.match(text, /☐\s+申请首次创业一次性补贴\s+不早于 2026年8月31日，还有日子没填 · 最后一天 2027年2月28日/);
  for (const hidden of ["#courses", "#road", "#money", "#cash", "#notes"]) {
    assert.equal(await page.locator(hidden).isVisible(), false, hidden);
  }
  // A sheet of A4 at 96 dots an inch, with its margins.
  await page.setViewportSize({ width: 703, height: 1032 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  assert.ok(height <= 2 * 1032, `${height} px are more than two pages`);
  await expectFits(page);
});

test("without its guide the page says so and can try again", async (t) => {
  const { page } = await visit(t, null);
  await page.route(/\.malan\./, (route) => route.abort());
  await page.goto("/malan");
  await page.getByRole("heading", { name: "规则数据没有取到" }).waitFor();
  await expectSound(page, "no guide");
  await page.unroute(/\.malan\./);
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.locator("#courses").waitFor();
});

test("other pages lead here and are led to", async (t) => {
  const { page } = await open(t);
  for (const href of ["/loan", "/courses", "/programmes", "/check#for=founder", "/programmes/startup_first", "/programmes/startup_incubation", "/programmes/startup_loan_personal", "/programmes/startup_loan_business"]) {
    assert.ok((await page.locator(`main a[href="${href}"]`).count()) > 0, href);
  }
  for (const from of ["/loan", "/programmes/startup_first", "/programmes/startup_incubation", "/programmes/startup_loan_business", "/courses"]) {
    await page.goto(from);
    await page.locator('main a[href="/malan"]').first().click();
    await page.getByRole("heading", { level: 1, name: "马兰花创业指南" }).waitFor();
  }
});
