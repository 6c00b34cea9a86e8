// Occupations: search, tree, letters, marks; one occupation's page; majors. Figures are counted
// from data/shanghai/catalogue/*.csv.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

/** Opens a page and waits for what it fetches. */
async function open(t, path, options) {
  const { page, context, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.locator("main h1").waitFor();
  return { page, context, seen };
}

const says = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();

/** A card of the search by its occupation's code. */
const card = (page, code) => page.locator(".found > li").filter({ has: page.locator(`a[href="/occupations/${code}"]`) });

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

for (const screen of ["phone", "desktop"]) {
  test(`every way of typing finds the occupation and says why (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/occupations", { screen });
    const box = page.getByRole("searchbox", { name: "找一个职业" });
    for (const [typed, code, why] of [
      ["电工", "6-31-01-03", "名称“电工”：完全一致"],
      ["電工", "6-31-01-03", "名称“电工”：繁体字"],
      ["diangong", "6-31-01-03", "名称“电工”：拼音"],
      ["dg", "6-31-01-03", "名称“电工”：拼音首字母"],
      ["dian工", "6-31-01-03", "名称“电工”：汉字加拼音"],
      ["叉车", "6-30-05-01", "常用叫法“叉车”"],
      ["检修电工", "6-31-01-03", "工种“检修电工”：完全一致"],
      ["6-31-01-03", "6-31-01-03", "编码“6-31-01-03”：完全一致"],
      ["养老护里员", "4-10-01-05", "按一处笔误找到"],
    ]) {
      await box.fill(typed);
      await page.waitForFunction(
        ([code, why]) =>
          [...document.querySelectorAll(".found > li")].some(
            (row) => row.querySelector(`a[href="/occupations/${code}"]`) && row.innerText.replace(/\s+/g, " ").includes(why),
          ),
        [code, why],
      ).catch(async () => assert.fail(`${typed}: ${squeezed(await page.locator(".found").innerText()).slice(0, 300)}`));
      assert.ok((await page.locator(".found > li").count()) <= 20, "no more than twenty at first");
    }
    await box.fill("diangong");
    await card(page, "6-31-01-03").waitFor();
    assert.equal(await page.locator(".found > li").first().locator(".code").innerText(), "6-31-01-03");
    await expectSound(page, "found");
    // A reload finds the same; no request ever said what was looked for.
    await page.reload();
    await card(page, "6-31-01-03").waitFor();
    assert.equal(await box.inputValue(), "diangong");
    expectNothingSent(seen, ["diangong", "叉车", "养老护里员"]);
    expectQuiet(seen);
  });
}

test("a search that finds nothing leads to the tree", async (t) => {
  const { page } = await open(t, "/occupations#q=xyzzyq");
  await page.getByRole("heading", { name: "没有找到“xyzzyq”" }).waitFor();
  assert.equal(await page.locator(".found > li").count(), 0);
  await expectSound(page, "nothing found");
  await page.getByRole("button", { name: "按类别找" }).click();
  await page.locator(".tree > li").first().waitFor();
  assert.equal(await page.getByRole("searchbox", { name: "找一个职业" }).inputValue(), "");
});

test("a search of 10,000 characters, emoji and right-to-left text is looked at and survives", async (t) => {
  const { page, seen } = await open(t, "/occupations");
  for (const text of [`电工${"电".repeat(10_000)}`, "👷‍♀️🔧", "\u202eكهربائي", "\u0000\u0007<script>"]) {
    await page.goto(`/occupations#q=${encodeURIComponent(text)}`);
    await page.getByRole("status").filter({ hasText: "共 0 个职业" }).waitFor();
  }
  expectQuiet(seen);
});

// [code, name, occupations below it], counted from occupations.csv.
const MAJORS = [
  ["党的机关、国家机关、群众团体和社会组织、企事业单位负责人", 1],
  ["专业技术人员", 495],
  ["办事人员和有关人员", 37],
  ["社会生产服务和生活服务人员", 359],
  ["农、林、牧、渔业生产及辅助人员", 54],
  ["生产制造及有关人员", 670],
];

test("the tree unfolds storey by storey, holds only what is unfolded, and back keeps it", async (t) => {
  const { page, seen } = await open(t, "/occupations");
  const majors = page.locator(".tree > li > .branch");
  await majors.first().waitFor();
  assert.deepEqual((await majors.allInnerTexts()).map(squeezed), MAJORS.map(([name, count]) => `${name} ${count}`));
  assert.equal(await page.locator(".leaf").count(), 0, "no occupation is there before its group is unfolded");
  await expectSound(page, "tree folded");
  const branch = (name) => page.getByRole("button", { name, exact: false });
  await branch("生产制造及有关人员").click();
  await branch("生产辅助人员 27").click();
  await branch("机械设备修理人员 10").click();
  assert.equal(await page.locator(".leaf").count(), 10);
  await expectAddress(page, (url) => url.hash === "#open=6.6-31.6-31-01");
  await expectSound(page, "tree unfolded");
  await page.getByRole("link", { name: "电工 6-31-01-03" }).click();
  await page.getByRole("heading", { level: 1, name: "电工" }).waitFor();
  await page.goBack();
  await page.locator(".leaf").first().waitFor();
  assert.equal(await page.locator(".leaf").count(), 10);
  // By the keyboard, fold it again.
  await branch("机械设备修理人员 10").focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".leaf").count(), 0);
  assert.equal(await branch("机械设备修理人员 10").getAttribute("aria-expanded"), "false");
  expectQuiet(seen);
});

test("by letter: twenty at a time, and a character with two readings stands under both", async (t) => {
  const { page } = await open(t, "/occupations");
  await page.getByRole("button", { name: "按字母" }).click();
  await page.getByRole("button", { name: /^D \d+$/ }).click();
  await page.locator(".leaves > li").first().waitFor();
  assert.equal(await page.locator(".leaves > li").count(), 20);
  const total = Number(/共 (\d+)/.exec(await page.getByRole("status").filter({ hasText: "共" }).innerText())[1]);
  await page.getByRole("button", { name: `再看 20 个（还有 ${total - 20} 个）` }).click();
  assert.equal(await page.locator(".leaves > li").count(), 40);
  await expectSound(page, "letter D");
  await expectAddress(page, /#by=letter&at=D&n=40$/);
  // 调: diao and tiao.
  for (const letter of ["D", "T"]) {
    await page.goto(`/occupations#by=letter&at=${letter}&n=2000`);
    await page.locator('.leaves a[href="/occupations/4-03-02-09"]').waitFor();
  }
});

test("by mark: counts of the table, all chosen marks hold, the old shortage list says what it is", async (t) => {
  const { page } = await open(t, "/occupations#by=flag");
  const chips = page.getByRole("group", { name: "标记" }).getByRole("button");
  await chips.first().waitFor();
  // Of the 38 entries of shortage.csv 36 name an occupation; 637 occupations have a standard.
  assert.deepEqual((await chips.allInnerTexts()).map(squeezed), ["数字职业 91", "绿色职业 123", "曾列紧缺 36", "有国家职业标准 637"]);
  await chips.nth(0).click();
  await says(page, "共 91 个职业");
  await page.getByText("有 285 个职业，手头的副本没有注明").waitFor();
  await chips.nth(1).click();
  await says(page, "共 22 个职业");
  await chips.nth(0).click();
  await chips.nth(1).click();
  await chips.nth(2).click();
  await says(page, "共 36 个职业");
  await page.getByText("2024年以前的目录，手头38项（全表至少62项）").waitFor();
  await expectSound(page, "shortage");
});

for (const screen of ["phone", "desktop"]) {
  test(`an occupation's page: levels, standards, weights, majors, courses (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/occupations/6-31-01-03", { screen });
    await page.getByRole("heading", { level: 1, name: "电工" }).waitFor();
    const rungs = (await page.locator(".rung").allInnerTexts()).map(squeezed);
    assert.deepEqual(rungs, [
      "一级（高级技师） 有标准",
      "二级（技师） 有标准",
      "三级（高级工） 有标准",
      "四级（中级工） 有标准",
      "五级（初级工） 有标准",
    ]);
    const standards = (await page.locator(".standards > li").allInnerTexts()).map(squeezed);
    assert.equal(standards.length, 3);
    assert.match(standards[1], /^电工 2018 年版 五级（初级工）、四级（中级工）、三级（高级工）、二级（技师）、一级（高级技师） 编码和名称都一致$/);
    assert.match(standards[2], /名称一致，编码属于以往的分类或没有写/);
    // functions.csv, L3: 20 + 20 + 30 + 15 + 15 = 100.
    const functions = page.locator(".functions > li");
    await functions.first().waitFor();
    await page.getByRole("group", { name: "选一级" }).getByRole("button", { name: "三级（高级工）" }).click();
    await functions.filter({ hasText: "交直流传动系统装调维修" }).waitFor();
    assert.deepEqual((await functions.allInnerTexts()).map(squeezed), [
      "自动控制电路装调维修 20%",
      "交直流传动系统装调维修 20%",
      "电气设备装调维修 30%",
      "应用电子电路调试维修 15%",
      "继电控制电路装调维修 15%",
    ]);
    assert.deepEqual(
      await functions.locator(".weight .part").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("width")))),
      [20, 20, 30, 15, 15],
    );
    await expectAddress(page, /#level=L3$/);
    await page.getByText("各级放在一张表里看").click();
    const row = page.getByRole("row").filter({ hasText: "电气设备装调维修" });
    assert.equal(squeezed(await row.innerText()), "电气设备装调维修 — 25 30 25 45");
    // major_occupation.csv names 21 majors for it.
    const majors = page.locator("section").filter({ has: page.getByRole("heading", { name: "哪些专业通向它" }) });
    await majors.getByText("共 21 个专业").waitFor();
    assert.equal(await majors.locator(".links-list a").count(), 10);
    await majors.getByRole("button", { name: "再看 11 个（还有 11 个）" }).click();
    assert.equal(await majors.locator(".links-list a").count(), 21);
    // courses.csv has 10; every one is a sample and says so.
    const courses = page.locator("section").filter({ has: page.getByRole("heading", { name: "有什么课" }) });
    await courses.locator(".offers > li").first().waitFor();
    assert.equal(await courses.locator(".offers > li").count(), 5);
    assert.equal(await courses.getByText("示例数据", { exact: true }).count(), 5);
    assert.equal(await courses.getByRole("link", { name: "看全部 10 门课" }).getAttribute("href"), "/courses#occupation=6-31-01-03");
    assert.equal(await page.getByRole("link", { name: "看我升级要几年" }).getAttribute("href"), "/pathways#o=6-31-01-03");
    await page.getByRole("link", { name: "上海市职业技能提升补贴" }).waitFor();
    // No pay is in hand by occupation, so none is shown.
    assert.doesNotMatch(await page.locator("main").innerText(), /工资|年薪|万元/);
    await expectSound(page, "6-31-01-03");
    expectQuiet(seen);
  });
}

test("weights that are not whole are listed, never drawn", async (t) => {
  // functions.csv, 2-02-38-05: grades with functions, none with a weight.
  const { page } = await open(t, "/occupations/2-02-38-05");
  await page.locator(".functions > li").first().waitFor();
  await page.getByText("这一级的权重合计不是 100%").waitFor();
  assert.equal(await page.locator(".weight").count(), 0);
  assert.deepEqual((await page.locator(".rung").allInnerTexts()).map(squeezed), ["高级 有标准", "中级 有标准", "初级 有标准"]);
  await page.getByText("这是专业技术类标准").waitFor();
  // Grades are no levels: no pathway leads up them.
  assert.equal(await page.locator('main a[href^="/pathways"], main a[href="/levels"]').count(), 0);
  // What the weights are worth stands with them.
  await page.locator(".tested").getByText("读取不全").waitFor();
  await expectSound(page, "grades");
});

test("two occupations of one name are told apart by code and group", async (t) => {
  const { page } = await open(t, "/occupations#q=手语翻译");
  await card(page, "2-10-05-02").waitFor();
  await card(page, "4-13-01-08").waitFor();
  await card(page, "2-10-05-02").getByRole("link").click();
  await page.getByText("还有一个同名的职业：").waitFor();
  await page.locator("main").getByRole("link", { name: "4-13-01-08" }).click();
  await page.getByText("职业编码 4-13-01-08").waitFor();
});

test("what is not in hand is said, never guessed", async (t) => {
  // 2-01-06-01 stands in one copy only, which has no marks; no standard, majors or courses.
  const { page } = await open(t, "/occupations/2-01-06-01");
  for (const text of ["手头没有这个职业的国家职业标准", "手头没有这个职业的考核内容", "手头的专业对应表里没有这个职业", "手头没有这个职业的课程", "只见于一份公开副本", "手头的副本没有注明，以 12333 为准"]) {
    await page.getByText(text).first().waitFor();
  }
  await expectSound(page, "little known");
});

test("an unknown code says so and offers the search", async (t) => {
  const { page, seen } = await open(t, "/occupations/9-99-99-99");
  await page.getByRole("heading", { level: 1, name: "没有这个职业" }).waitFor();
  await page.getByText("“9-99-99-99”").waitFor();
  await expectSound(page, "unknown code");
  await page.getByRole("link", { name: "去搜职业" }).click();
  await page.getByRole("searchbox", { name: "找一个职业" }).waitFor();
  expectQuiet(seen);
});

test("a major leads to its occupations and back; one without a link says so", async (t) => {
  const { page, seen } = await open(t, "/majors/660107");
  await page.getByRole("heading", { level: 1, name: "增材制造技术应用" }).waitFor();
  await page.getByText("中等职业教育").first().waitFor();
  await page.locator('.leaves a[href="/occupations/6-31-01-03"]').waitFor();
  await expectSound(page, "major");
  await page.locator('.leaves a[href="/occupations/6-31-01-03"]').click();
  await page.getByRole("heading", { level: 1, name: "电工" }).waitFor();
  await page.getByRole("link", { name: /增材制造技术应用/ }).click();
  await page.getByRole("heading", { level: 1, name: "增材制造技术应用" }).waitFor();
  // 010101 哲学 has no row in major_occupation.csv.
  await page.goto("/majors/010101");
  await page.getByText("手头的官方对应表里没有这个专业通向哪些职业").waitFor();
  await page.goto("/majors/000000");
  await page.getByRole("heading", { level: 1, name: "没有这个专业" }).waitFor();
  await expectSound(page, "unknown major");
  expectQuiet(seen);
});

test("English: the words are English, names stay Chinese and say so", async (t) => {
  const { page } = await open(t, "/occupations/6-31-01-03?lang=en");
  await page.getByRole("heading", { name: "What each level tests" }).waitFor();
  await page.locator(".functions > li").first().waitFor();
  await page.getByText("Sample data", { exact: true }).first().waitFor();
  const stray = await page.locator("main").evaluate((main) => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const stray = [];
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (/\p{Script=Han}/u.test(node.textContent) && !node.parentElement.closest("[lang='zh-Hans']:not(html)")) stray.push(node.textContent);
    }
    return stray;
  });
  assert.deepEqual(stray, [], "Chinese that does not say it is Chinese");
  await expectSound(page, "English occupation");
  await page.goto("/occupations?lang=en#q=diangong");
  await page.getByRole("searchbox", { name: "Find an occupation" }).waitFor();
  await card(page, "6-31-01-03").waitFor();
  await expectSound(page, "English search");
});

test("once loaded, everything works without a network", async (t) => {
  const { page, context, seen } = await open(t, "/occupations/6-31-01-03");
  await page.locator(".offers > li").first().waitFor();
  await page.locator(".functions > li").first().waitFor();
  await page.getByText("共 21 个专业").waitFor();
  await page.getByRole("link", { name: "上海市职业技能提升补贴" }).waitFor();
  await page.locator(".trail").getByRole("link", { name: "职业目录" }).click();
  await page.getByRole("searchbox", { name: "找一个职业" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("searchbox", { name: "找一个职业" }).fill("hangong");
  await card(page, "6-18-02-04").getByRole("link").click();
  await page.getByText("职业编码 6-18-02-04").waitFor();
  await page.locator("main section").first().waitFor();
  // A browser asks for the tab's icon again with every title.
  assert.deepEqual(seen.failed.filter((line) => !line.includes("/icon-32.png")), []);
  assert.deepEqual(seen.pageErrors, []);
});
