// /pathways: the years from today to a level, for people whose days are worked out by hand from
// the words of the 19 conditions; the link, the print-out, what is not known.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectFits, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

const ELECTRICIAN = "6-31-01-03";
const NOTHING = {
  held_level: "none",
  trade_years: 0,
  years_since_certificate: 0,
  age_years: 20,
  trade_status: "working",
  graduation: "none",
  graduation_major_matches: "false",
  graduation_evaluated: "false",
  title_rank: "none",
  years_since_title: 0,
  technician_college: "none",
  years_since_certificate_issued: 0,
};

/** A shared link of a person: what differs from NOTHING, the goal, and what else is in the address. */
function link(person, goal, more = "", code = ELECTRICIAN) {
  const answers = Object.entries({ ...NOTHING, ...person }).map(([id, value]) => `${id}-${value}`);
  return `/pathways#o=${code}&g=${goal}${more}&v=0&d=2026-11-22&a=${answers.join("~")}`;
}

/** Opens an address on 22 November 2026. */
async function open(t, address, options) {
  const { page, seen, context } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(address);
  await page.getByRole("heading", { level: 1, name: /成长路径|Pathways/ }).waitFor();
  return { page, seen, context };
}

/** A way as the page tells it: its heading, and for each step level, day, condition. */
async function way(page, name) {
  const section = page.getByRole("region", { name, exact: true });
  await section.waitFor();
  const titles = await section.locator(".path-steps > li > h3").allInnerTexts();
  const tables = await section.locator(".path-steps table").evaluateAll((tables) =>
    tables.map((table) =>
      Object.fromEntries(
        [...table.rows].map((row) => [row.cells[0].innerText.trim(), row.cells[1].innerText.replace(/\s+/g, " ").trim()]),
      ),
    ),
  );
  return tables.map((table, at) => [titles[at].replace(/^第 \d+ 步：/, ""), table["可以考"], /（([五四三二一]级 \d+)）/.exec(table["凭什么"])[1]]);
}

const FIVE = "五级（初级工）";
const FOUR = "四级（中级工）";
const THREE = "三级（高级工）";
const TWO = "二级（技师）";
const ONE = "一级（高级技师）";

// Somebody of 20 who begins in the trade today: no certificate, no year of work. Goal: level 3.
//
// Level 5, condition 2: 16 and working in the trade: today, 2026-11-22.
// Level 4, condition 2: 3 years of work since the level 5 certificate: 2029-11-22. (Condition 1,
//   5 years in all: "0 full years" begin today at the latest: 2031-11-22.)
// Level 3, condition 2: 4 years of work since level 4: 2033-11-22.
// Alone, level 3 by condition 1 needs 10 years: 2036-11-22 at the latest; the first year may be
//   full tomorrow, then it is 2035-11-23 at the earliest. It needs one course instead of three:
//   3,300 yuan (the cheapest of level 3) instead of 1,920 + 4,500 + 3,300 = 9,720, and nothing
//   is sure of the subsidies. So it is the cheapest way.
// With two steps: level 4 by condition 1 (2031-11-22), then level 3: 2035-11-22.
for (const screen of ["phone", "desktop"]) {
  test(`nothing yet, in the trade from today, to level 3 (${screen})`, async (t) => {
    const { page, seen } = await open(t, link({}, 3), { screen });
    assert.deepEqual(await way(page, "最快的走法"), [
      [FIVE, "2026年11月22日", "五级 2"],
      [FOUR, "2029年11月22日", "四级 2"],
      [THREE, "2033年11月22日", "三级 2"],
    ]);
    assert.deepEqual(await way(page, "最省钱的走法"), [[THREE, "2036年11月22日", "三级 1"]]);
    const quick = page.getByRole("region", { name: "最快的走法" });
    const cheap = page.getByRole("region", { name: "最省钱的走法" });
    assert.match(await quick.locator(".sums").innerText(), /总时间\s+7 年\s+课程费\s+¥9,720[\s\S]*最多自己付\s+¥9,720/);
    assert.match(await cheap.locator(".sums").innerText(), /总时间\s+10 年\s+课程费\s+¥3,300[\s\S]*最多自己付\s+¥3,300/);
    // Years from known days are exact; "0 full years" leave a year open.
    assert.equal(await quick.getByText("最早 ").count(), 0);
    await cheap.getByText("最早 2035年11月23日，最晚 2036年11月22日").first().waitFor();
    await page.getByText("步数更少的走法").click();
    await page.getByText("四级 2031年11月22日 → 三级 2035年11月22日").waitFor();
    // Prices are sample data and said to be; the standard of 2018 counts other years.
    assert.equal(await quick.getByText("示例数据", { exact: true }).count(), 4);
    await page.getByText("这个职业的标准是2018年版").first().waitFor();
    // The certificate of today is paid by rules of today; the later ones enter no sum.
    const rows = quick.locator(".path-steps > li");
    assert.equal(await rows.nth(0).getByText("按今天的规则，届时可能不同").count(), 0);
    assert.equal(await rows.nth(1).getByText("按今天的规则，届时可能不同").count(), 1);
    // What level 4 tests, with its weights, from its standard.
    assert.match(await rows.nth(1).innerText(), /电气设备装调维修 25%、继电控制电路装调维修 30%[\s\S]*2018年版标准/);
    // The drawing says the same as the tables.
    const says = await quick.locator("svg.path-line").getAttribute("aria-label");
    assert.match(says, /2026年11月22日 五级（初级工）；2029年11月22日 四级（中级工）；2033年11月22日 三级（高级工）/);
    await page.getByText("考试等待时间不详，以 12333/考试机构为准").first().waitFor();
    for (const summary of await page.locator("main summary:visible").all()) {
      if (!(await summary.evaluate((it) => it.parentElement.open))) await summary.click();
    }
    await expectSound(page, "two ways, all unfolded");
    expectNothingSent(seen, ["trade_status-working", ELECTRICIAN, "age_years"]);
    expectQuiet(seen);
  });
}

// Level 4 since 2024-03-15, in the trade since; 6 full years in all; no school. Goal: level 2.
//
// Level 3, condition 2: 4 years of work since level 4. With "2 full years" alone: the third is
//   full on 2027-11-22 at the latest, the fourth on 2028-11-22; it may be a year sooner.
//   With the day it is exact: 2028-03-15.
// Level 2, condition 1: 5 years of work since level 3: 2033-11-22 (2032-11-23 at the earliest);
//   with the day 2033-03-15.
test("level 4 since a day, to level 2: the day makes it exact", async (t) => {
  const worker = { held_level: "level_4", trade_years: 6, years_since_certificate: 2, years_since_certificate_issued: 2 };
  const { page, seen } = await open(t, link(worker, 2));
  assert.deepEqual(await way(page, "走法"), [
    [THREE, "2028年11月22日", "三级 2"],
    [TWO, "2033年11月22日", "二级 1"],
  ]);
  await page.getByText("最早 2032年11月23日，最晚 2033年11月22日").first().waitFor();
  await page.getByText("知道是哪一天？填上更准").click();
  const day = page.getByRole("group", { name: /现有证书是哪天拿到的/ });
  for (const [name, value] of [["年", "2024"], ["月", "3"], ["日", "15"]]) await day.getByLabel(name, { exact: true }).fill(value);
  await page.locator("form").filter({ has: day }).getByRole("button", { name: "按这一天算" }).click();
  await page.getByText("2033年3月15日").first().waitFor();
  assert.deepEqual(await way(page, "走法"), [
    [THREE, "2028年3月15日", "三级 2"],
    [TWO, "2033年3月15日", "二级 1"],
  ]);
  assert.equal(await page.getByText("最早 20").count(), 0);
  await expectAddress(page, (url) => /c=2024-03-15/.test(url.hash));
  // A middle title opens level 2 a year of work later (condition 3 of level 2): 2027-11-22.
  await page.getByText("若现在取得中级职称，可提前到 2027年11月22日（早 5 年 3 个月）").first().waitFor();
  expectNothingSent(seen, ["2024-03-15", "held_level"]);
  expectQuiet(seen);
});

// A graduate of a technician class with level 3, in a related major, who begins to work on
// 2027-07-01. Goal: level 1.
//
// Level 2, condition 4: level 3, graduate, 2 years of work: 2029-07-01. "0 full years" so far: the
//   first may be full on 2027-07-02, then it is 2028-07-02. (Condition 1, 5 years since level 3:
//   2032-07-01.)
// Level 1, condition 1: 5 years of work since level 2: 2034-07-01, or 2033-07-02.
test("a graduate of a technician class who begins to work next summer, to level 1", async (t) => {
  const graduate = {
    held_level: "level_3",
    trade_status: "planned",
    graduation: "senior_technical_class",
    graduation_major_matches: "true",
    technician_college: "graduate",
  };
  const { page } = await open(t, link(graduate, 1, "&w=2027-07-01"));
  assert.deepEqual(await way(page, "走法"), [
    [TWO, "2029年7月1日", "二级 4"],
    [ONE, "2034年7月1日", "一级 1"],
  ]);
  await page.getByText("最早 2033年7月2日，最晚 2034年7月1日").first().waitFor();
  const step = page.locator(".path-steps > li").first();
  await step.getByText("也可以凭（要更晚）").click();
  await step.getByText("取得三级/高级工证书后，累计从事本职业或相关职业工作满5年（二级 1） 2032年7月1日起").waitFor();
  await page.getByText("从 2027年7月1日起一直从事这个或相关职业，不中断。").first().waitFor();
  // No course of these levels is in hand: no sum is made up.
  assert.match(await page.locator(".sums").innerText(), /课程费\s+不详[\s\S]*最多自己付\s+不详/);
  await expectSound(page, "a way without courses");
});

test("an occupation by pinyin, initials and daily words; the questions one at a time; back", async (t) => {
  const { page, seen } = await open(t, "/pathways");
  await expectSound(page, "nothing chosen");
  const field = page.getByRole("searchbox", { name: "找职业" });
  const first = page.getByRole("list", { name: "找到的职业" }).getByRole("button").first();
  for (const [typed, name] of [["diangong", /^电工/], ["叉车", /^起重装卸机械操作工/], ["電工", /^电工/], ["6-31-01-03", /^电工/]]) {
    await field.fill(typed);
    await page.getByRole("button", { name }).first().waitFor();
    assert.match(await first.innerText(), name, typed);
  }
  await field.fill("qqqqxx");
  await page.getByText("没有找到。").waitFor();
  await field.fill("dian工");
  await page.getByRole("button", { name: /^电工 / }).waitFor();
  await expectSound(page, "suggestions");
  await first.click();
  // The highest level is the goal until another is chosen.
  await page.getByRole("button", { name: ONE, pressed: true }).first().waitFor();
  await page.getByRole("button", { name: FOUR, pressed: false }).first().click();
  await expectAddress(page, (url) => /^#o=6-31-01-03&g=4$/.test(url.hash));
  const ask = page.locator("#ask");
  assert.equal(await ask.innerText(), "在本职业或相关职业，您已有的最高证书是几级？");
  await page.getByText("照现在的回答，只靠时间走不到这一级").waitFor();
  await page.getByRole("button", { name: "没有证书" }).click();
  await page.getByText("您累计从事本职业或相关职业工作满几年？").waitFor();
  await page.getByLabel("从业年数").fill("5");
  await page.getByRole("button", { name: "继续" }).click();
  // 5 years in all open level 4 (condition 1) today.
  await page.getByText("现在就可以考四级（中级工）").waitFor();
  await page.goBack();
  await page.getByLabel("从业年数").waitFor();
  assert.equal(await page.getByLabel("从业年数").inputValue(), "5");
  // "Not sure" takes the answer back.
  await page.getByRole("button", { name: "不清楚，先跳过" }).click();
  await page.getByText("现在就可以考四级（中级工）").waitFor({ state: "detached" });
  // The same answers serve the other pages.
  await page.goto("/check#q=held_level");
  await page.getByRole("button", { name: "没有证书", pressed: true }).waitFor();
  expectNothingSent(seen, ["diangong", "dian工", "叉车", "held_level"]);
  expectQuiet(seen);
});

test("a link in a fresh profile gives the same pathway; one of other rules says so", async (t) => {
  const { page } = await open(t, link({}, 3));
  await page.getByText("这个链接是用另一个版本的规则做的").waitFor();
  await page.getByRole("region", { name: "最快的走法" }).waitFor();
  await expectAddress(page, (url) => url.hash === `#o=${ELECTRICIAN}&g=3`);
  const shared = await page.getByLabel("分享链接").inputValue();
  assert.match(shared, /\/pathways#o=6-31-01-03&g=3&v=[0-9a-f]{12}&d=2026-11-22&a=held_level-none~/);
  const fresh = await open(t, shared);
  assert.deepEqual(await way(fresh.page, "最快的走法"), await way(page, "最快的走法"));
  assert.equal(await fresh.page.getByText("另一个版本").count(), 0);
  expectNothingSent(fresh.seen, ["held_level", ELECTRICIAN]);
  expectQuiet(fresh.seen);
});

test("the print-out has the ways, the premises, the date and a code, on one page", async (t) => {
  const { page } = await open(t, link({}, 3), { screen: "desktop" });
  await page.getByRole("region", { name: "最快的走法" }).waitFor();
  const sheet = page.locator(".sheet");
  assert.equal(await sheet.isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("#questions").isVisible(), false);
  const text = await sheet.innerText();
  for (const part of ["电工，目标：三级（高级工）", "最快的走法", "最省钱的走法", "2033年11月22日", "三级 2", "打印于 2026年11月22日", "考试等待时间不详", "示例数据"]) {
    assert.ok(text.includes(part), `${part} in\n${text}`);
  }
  assert.equal(await sheet.locator("svg.qr").isVisible(), true);
  const pdf = await page.pdf({ format: "A4" });
  assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length, 1);
});

test("an unknown occupation, one without a standard, a level it has not, a level that is held", async (t) => {
  const { page, seen } = await open(t, "/pathways#o=9-99-99-99");
  await page.getByText("目录里没有编号“9-99-99-99”的职业。请重新选。").waitFor();
  await page.getByRole("searchbox", { name: "找职业" }).waitFor();
  await expectSound(page, "unknown occupation");
  // 企业经理 has no national standard in hand.
  await page.goto("/pathways#o=1-06-01-02");
  await page.getByRole("heading", { name: "没有收录这个职业分等级的标准" }).waitFor();
  await page.getByText("请以 12333 或考核机构为准。").waitFor();
  assert.equal(await page.locator("svg.path-line").count(), 0);
  // 国际快递业务师 has levels 3 to 1 only.
  await page.goto("/pathways#o=4-02-07-10&g=5");
  await page.getByRole("heading", { name: "这个职业的标准里没有这一级" }).waitFor();
  assert.deepEqual(await page.locator(".picked .chip").allInnerTexts(), [THREE, TWO, ONE]);
  await page.goto(link({ held_level: "level_3" }, 4));
  await page.getByRole("heading", { name: "您已有这一级或更高的证书" }).waitFor();
  await expectSound(page, "held");
  expectQuiet(seen);
});

test("no way says why and what would help", async (t) => {
  // Neither in the trade nor going to be: no year of work ever passes.
  const { page } = await open(t, link({ trade_status: "none" }, 4));
  await page.getByRole("heading", { name: "照现在的回答，只靠时间走不到这一级" }).waitFor();
  await page.getByText("问题都答完了，没有一条条件能满足。").waitFor();
  // To begin now: level 5 today, level 4 three years later.
  await page.getByText("若现在开始从事本职业或相关职业，2029年11月22日可以考").waitFor();
  await expectSound(page, "no way");
});

test("offline, once opened, it goes on", async (t) => {
  const { page, context } = await open(t, link({}, 3));
  await page.getByRole("region", { name: "最快的走法" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: FOUR }).first().click();
  assert.deepEqual(await way(page, "最快的走法"), [
    [FIVE, "2026年11月22日", "五级 2"],
    [FOUR, "2029年11月22日", "四级 2"],
  ]);
  await page.getByRole("button", { name: "换一个职业" }).click();
  await page.getByRole("searchbox", { name: "找职业" }).fill("bdtxp");
  await page.getByRole("button", { name: /^半导体芯片制造工/ }).waitFor();
});

test("English is complete", async (t) => {
  const address = link({ trade_status: "planned" }, 1, "&w=2027-07-01").replace("/pathways", "/pathways?lang=en");
  const { page } = await open(t, address, { language: "en-GB" });
  await page.getByRole("region", { name: "The quickest way" }).first().waitFor();
  for (const summary of await page.locator("main summary:visible").all()) await summary.click();
  const left = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (!parentElement.checkVisibility() || parentElement.closest("[lang^=zh]")) continue;
      if (/[\u4e00-\u9fff]/.test(textContent.replace(/[(（][^)）]*[)）]/g, ""))) found.push(textContent);
    }
    return found;
  });
  assert.deepEqual(left, []);
  // The longest words of a drawing fit a phone too: from a day that gives years and months.
  for (const text of await page.locator("svg.path-line text").all()) {
    const box = await text.boundingBox();
    assert.ok(box.x + box.width <= 344, await text.textContent());
  }
  await page.getByText("Level 3 (senior)").first().waitFor();
  // Level 5, condition 1 (16 and planning to) today; then 3, 4, 5 and 5 years from 2027-07-01.
  await page.getByText("1 July 2044", { exact: true }).first().waitFor();
  await expectSound(page, "English");
});

test("the ways here: from the levels, and from a search for programmes to courses and occupations", async (t) => {
  const { page } = await open(t, "/pathways");
  await page.goto("/levels");
  const here = page.getByRole("link", { name: "看到更高一级要多久" });
  assert.equal(await here.getAttribute("href"), "/pathways");
  await page.goto("/");
  await page.getByRole("searchbox").fill("电工");
  await page.getByRole("button", { name: "搜索" }).click();
  const query = encodeURIComponent("电工");
  const link = (name) => page.getByRole("link", { name });
  assert.equal(await link("在课程里找「电工」").getAttribute("href"), `/courses#q=${query}`);
  assert.equal(await link("在职业里找「电工」").getAttribute("href"), `/occupations#q=${query}`);
  await expectFits(page);
});
