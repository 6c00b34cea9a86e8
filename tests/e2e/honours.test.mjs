// The board of honours and its people. Figures and people are read from
// data/shanghai/catalogue/honour*.csv.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { expectAddress, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** A table of the catalogue as objects by its header. */
function table(name) {
  const folder = join(ROOT, "data/shanghai/catalogue");
  const text = readFileSync(join(folder, `${name}.csv`), "utf8").trim();
  const cells = (line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'));
  const [head, ...rows] = text.split("\n").map(cells);
  return rows.map((row) => Object.fromEntries(head.map((key, at) => [key, row[at] ?? ""])));
}

const EDITIONS = table("honour_editions");
const PEOPLE = table("honours");
const FIGURES = table("honour_results");
const of = (edition) => EDITIONS.find((it) => it.id === edition);
const count = (keep) => PEOPLE.filter((it) => it.state === "published" && keep(it)).length;
const figure = (edition, measure, scope = "shanghai") => FIGURES.find((it) => it.edition === edition && it.measure === measure && it.scope === scope)?.value;

async function open(t, path, options) {
  const { page, context, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.locator(".medal").first().waitFor();
  return { page, context, seen };
}

const status = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
const names = (page) => page.locator(".board .honouree strong").allInnerTexts();
const section = (page, name) => page.locator("main section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const edition = (page, name) => page.locator(".edition").filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });

/** Chinese that an English page does not mark as Chinese. */
const stray = (page) =>
  page.locator("main").evaluate((main) => {
    const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    const stray = [];
    while (walk.nextNode()) {
      const node = walk.currentNode;
      if (/\p{Script=Han}/u.test(node.textContent) && !node.parentElement.closest("[lang='zh-Hans']:not(html)")) stray.push(node.textContent);
    }
    return stray;
  });

for (const screen of ["phone", "wide"]) {
  test(`everybody by edition, with figures and what is missing (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/honours", { screen });
    assert.equal(await page.locator("h1").innerText(), "荣誉");
    await status(page, `共 ${count(() => true)} 人`);
    assert.equal((await names(page)).length, count(() => true));
    // Each edition as its table has it, newest first.
    const titles = await page.locator(".edition h3").allInnerTexts();
    assert.equal(titles.length, EDITIONS.length);
    assert.equal(titles[0], "第48届世界技能大赛");
    assert.equal(titles.at(-1), "中华技能大奖，1995–2015（部分）");
    // Those without a name have a place, and say so.
    assert.equal((await names(page)).filter((it) => it === "姓名待补").length, count((it) => it.name === ""));
    // 47th: seven results, one of them named.
    const lyon = edition(page, "第47届世界技能大赛");
    await lyon.getByText("还有 6 项成绩，姓名和项目没有在手。").waitFor();
    assert.match(await lyon.locator(".tally").first().innerText(), /上海\s*金\s*3\s*铜\s*1\s*优胜\s*3\s*阿尔伯特·维达奖/);
    // 48th: Shanghai's own are not known, China's are.
    const home = edition(page, "第48届世界技能大赛");
    await home.getByText("选手成绩没有在手，待补").waitFor();
    assert.equal(await home.locator(".honouree").count(), 0);
    assert.match(await home.locator(".tally").last().innerText(), /中国队\s*金\s*41\s*银\s*11\s*铜\s*4/);
    // Every edition names its source, and how that was read.
    assert.equal(await page.locator(".edition .from").count(), EDITIONS.length);
    assert.equal(await page.locator(".edition .from .evidence").count(), EDITIONS.length);
    // What is not confirmed says so.
    const doubtful = page.locator(".honouree").filter({ hasText: "邵茹鹏" });
    await doubtful.getByText("待核实", { exact: true }).waitFor();
    assert.equal(await page.locator(".honouree .evidence").count(), count((it) => it.evidence === "unconfirmed"));
    // The three figures of the head; the one without a known place is not confirmed.
    const gold = ["ws44", "ws45", "ws46", "ws47"].map((it) => Number(figure(it, "gold")));
    const head = await page.locator(".hall-figures .big").allInnerTexts();
    assert.deepEqual(head, [String(gold.reduce((a, b) => a + b)), figure("csa16", "cumulative"), figure("craftsman2023", "total")]);
    await page.locator(".hall-figures li").filter({ hasText: "中华技能大奖" }).getByText("待核实").waitFor();
    assert.equal(await page.locator("img, picture, video").count(), 0, "no photographs");
    await expectSound(page, "the board");
    expectQuiet(seen);
  });
}

test("filters say how many they leave, and leave as many; the address keeps them", async (t) => {
  const { page, seen } = await open(t, "/honours");
  const honours = page.getByRole("group", { name: "按荣誉" });
  const years = page.getByRole("group", { name: "按年份" });
  for (const honour of new Set(PEOPLE.map((it) => of(it.edition).honour))) {
    const chips = honours.getByRole("button");
    const expected = count((it) => of(it.edition).honour === honour);
    const name = { china_skills_award: "中华技能大奖", national_expert: "全国技术能手", worldskills: "世界技能大赛", national_competition: "全国技能大赛", chief_or_studio: "首席技师与工作室" }[honour];
    assert.equal(await chips.filter({ hasText: name }).locator(".count").innerText(), String(expected), honour);
  }
  for (const year of ["2016", "2022", "2024", "2026"]) {
    const tab = years.getByRole("button", { name: new RegExp(`^${year}`) });
    assert.equal(await tab.locator(".count").innerText(), String(count((it) => of(it.edition).year === year)), year);
  }
  await honours.getByRole("button", { name: /^世界技能大赛/ }).click();
  const world = count((it) => of(it.edition).honour === "worldskills");
  await status(page, `共 ${world} 人`);
  assert.equal((await names(page)).length, world);
  await expectAddress(page, /#honour=worldskills$/);
  // The years' counts follow.
  const in2022 = count((it) => it.edition === "ws46");
  const tab = years.getByRole("button", { name: /^2022/ });
  assert.equal(await tab.locator(".count").innerText(), String(in2022));
  await tab.focus();
  await page.keyboard.press("Enter");
  await status(page, `共 ${in2022} 人`);
  assert.deepEqual(await page.locator(".edition h3").allInnerTexts(), ["第46届世界技能大赛"]);
  await expectAddress(page, /#honour=worldskills&year=2022$/);
  assert.equal(await tab.getAttribute("aria-pressed"), "true");
  await page.getByRole("button", { name: "选工种类别" }).click();
  const trades = page.getByRole("group", { name: "按工种类别" });
  await trades.getByRole("button", { name: /^花艺/ }).click();
  await status(page, "共 1 人");
  assert.deepEqual(await names(page), ["杨灵芝"]);
  await expectSound(page, "filters");
  await page.reload();
  await status(page, "共 1 人");
  assert.equal(await tab.getAttribute("aria-pressed"), "true");
  // The same button lets go.
  await tab.click();
  await status(page, `共 ${count((it) => it.trade_group === "floristry" && of(it.edition).honour === "worldskills")} 人`);
  await page.getByRole("button", { name: "看全部" }).click();
  await status(page, `共 ${count(() => true)} 人`);
  await expectAddress(page, (url) => !/#/.test(url.href));
  // Nobody of that year is listed; the edition is shown with its figures all the same.
  await years.getByRole("button", { name: /^2026/ }).click();
  await status(page, "共 0 人");
  await edition(page, "第48届世界技能大赛").waitFor();
  await years.getByRole("button", { name: /^1995–2015/ }).click();
  await status(page, `共 ${count((it) => it.edition === "csa-early")} 人`);
  await page.getByText("年份未载", { exact: true }).waitFor();
  expectQuiet(seen);
});

test("a person is found by name, pinyin, employer and trade; what is typed stays here", async (t) => {
  const { page, seen } = await open(t, "/honours");
  const box = page.getByRole("searchbox", { name: "找人、单位或工种" });
  for (const [typed, found] of [
    ["罗开峰", ["罗开峰"]],
    ["luokaifeng", ["罗开峰"]],
    ["江南造船", ["陈景毅", "张彬", "胡传硕"]],
    ["chuanbodianhan", ["陈景毅", "张彬"]],
    ["喀山 花艺", ["陆亦炜"]],
  ]) {
    await box.fill(typed);
    await status(page, `共 ${found.length} 人`);
    assert.deepEqual((await names(page)).sort(), [...found].sort(), typed);
  }
  await expectAddress(page, /#q=/);
  await box.fill("xyzzyq");
  await page.getByRole("heading", { name: "没有找到" }).waitFor();
  await expectSound(page, "nothing found");
  await page.locator(".board .card").getByRole("button", { name: "看全部" }).click();
  await status(page, `共 ${count(() => true)} 人`);
  assert.equal(await box.inputValue(), "");
  expectNothingSent(seen, ["罗开峰", "luokaifeng", "江南造船"]);
  expectQuiet(seen);
});

test("the tables behind the drawings have the data's figures", async (t) => {
  const { page, seen } = await open(t, "/honours");
  const medals = section(page, "奖牌");
  const drawing = medals.getByRole("img").first();
  assert.match(await drawing.getAttribute("aria-label"), /第44届至第47届，上海选手共得金牌 10 枚/);
  // One disc for each medal of the four editions, and an open one for the fifth.
  const world = ["ws44", "ws45", "ws46", "ws47"];
  const kinds = ["gold", "silver", "bronze", "medallion"];
  for (const [kind, css] of [["gold", "gold"], ["silver", "silver"], ["bronze", "bronze"], ["medallion", "enamel"]]) {
    const sum = world.reduce((sum, it) => sum + Number(figure(it, kind) ?? 0), 0);
    assert.equal(await drawing.locator(`.disc circle.${css}`).count(), sum, kind);
  }
  assert.equal(await drawing.locator("circle.open").count(), 1);
  await medals.getByText("以表格显示").click();
  const rows = await medals.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
  const expected = [];
  for (const [id, title] of [["ws48", "第48届世界技能大赛"], ["nc3", "第三届全国技能大赛"], ["ws47", "第47届世界技能大赛"], ["nc2", "第二届全国技能大赛"], ["ws46", "第46届世界技能大赛"], ["ws45", "第45届世界技能大赛"], ["ws44", "第44届世界技能大赛"]]) {
    for (const [scope, team] of [["shanghai", "上海"], ["china", "中国队"]]) {
      if (scope === "china" && !figure(id, "gold", "china")) continue;
      expected.push([title, team, ...[...kinds, "competitors", "skills"].map((it) => figure(id, it, scope) ?? "—")]);
    }
  }
  assert.deepEqual(rows.map((row) => row.slice(0, 8)), expected);
  // Each row says where it stands; only the article of the bureau itself is official.
  for (const [at, row] of rows.entries()) assert.match(row[8], expected[at][0] === "第二届全国技能大赛" ? /官方原文/ : /据公开报道/);
  const rounds = await section(page, "资助和命名的总数").locator("tbody tr").allInnerTexts();
  assert.equal(rounds.length, 5);
  assert.ok(rounds.some((row) => row.includes("这一年命名 100 人，累计 683 人")));
  assert.ok(rounds.some((row) => row.includes("新建 23 家，追加资助 8 家")));
  await expectSound(page, "tables unfolded");
  expectQuiet(seen);
});

test("the ways to an honour lead to programmes that exist, levels and pathways", async (t) => {
  const { page, seen } = await open(t, "/honours");
  const ways = section(page, "怎样走到这里");
  await ways.locator(".programmes-of a").first().waitFor();
  const hrefs = await ways.locator(".programmes-of a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual([...new Set(hrefs)].sort(), ["/programmes/chief_technician", "/programmes/master_studio", "/programmes/talent_settlement"]);
  // Sums as the data have them.
  const world = ways.locator(".card").filter({ has: page.getByRole("heading", { name: "世界技能大赛", exact: true }) });
  assert.deepEqual(await world.locator(".amount").allInnerTexts(), ["¥500,000", "¥100,000", "¥50,000"]);
  await world.getByText("青年报报道（第44届世界技能大赛奖励）").waitFor();
  const funded = ways.locator(".card").filter({ has: page.getByRole("heading", { name: "首席技师、技能大师工作室", exact: true }) });
  assert.deepEqual(await funded.locator(".amount").allInnerTexts(), ["¥40,000", "¥80,000", "¥50,000", "¥100,000"]);
  await ways.getByText("怎样报名、选拔、推荐没有收录，以 12333 为准").waitFor();
  await ways.getByRole("link", { name: "我能考几级" }).waitFor();
  await funded.getByRole("link", { name: "首席技师资助" }).click();
  await page.getByRole("heading", { level: 1, name: "首席技师资助" }).waitFor();
  expectQuiet(seen);
});

test("a person's page: what is known, the source, and the trade's occupation, pathway and courses", async (t) => {
  const { page, seen } = await open(t, "/honours#honour=china_skills_award");
  await page.getByRole("link", { name: /罗开峰/ }).click();
  const title = page.getByRole("heading", { level: 1, name: "罗开峰" });
  await title.waitFor();
  assert.equal(await page.title(), "罗开峰 · 八柱");
  await page.waitForFunction(() => document.activeElement?.id === "title");
  const facts = section(page, "这项荣誉");
  assert.match(await facts.innerText(), /中华技能大奖[\s\S]*第十三届[\s\S]*2016[\s\S]*焊工[\s\S]*中国核工业第五建设有限公司[\s\S]*上海市人社局网站转载的报道（中华技能大奖）\s*据公开报道/);
  const trade = section(page, "这个工种");
  await trade.getByText("与这个职业同名。").waitFor();
  await trade.getByText("6-18-02-04").waitFor();
  assert.equal(await trade.locator(".level-steps .has").count(), 5);
  const hrefs = await trade.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.deepEqual(hrefs, ["/occupations/6-18-02-04", "/pathways#o=6-18-02-04", "/courses#occupation=6-18-02-04"]);
  await section(page, "怎样走到这里").getByRole("link", { name: /技能大师工作室资助/ }).waitFor();
  await section(page, "同类工种的人").getByRole("link", { name: /魏钧/ }).waitFor();
  await expectSound(page, "a person");
  await trade.getByRole("link", { name: "看这个职业" }).click();
  await page.getByRole("heading", { level: 1, name: "焊工" }).waitFor();
  // And back from the occupation to its people.
  const welders = count((it) => it.occupation === "6-18-02-04");
  await page.getByRole("link", { name: `荣誉榜上有 ${welders} 位这一行的人` }).click();
  await status(page, `共 ${welders} 人`);
  assert.equal((await names(page)).length, welders);
  await page.getByRole("button", { name: /职业：焊工/ }).click();
  await status(page, `共 ${count(() => true)} 人`);
  expectQuiet(seen);
});

test("pages of those who are not named, not confirmed, of a team, without a trade, and of nobody", async (t) => {
  const { page, seen } = await open(t, "/honours/ws46-3");
  await page.getByRole("heading", { level: 1, name: "姓名待补" }).waitFor();
  await page.getByText("印刷媒体技术").first().waitFor();
  await expectSound(page, "no name");

  await page.goto("/honours/ws46-2");
  await page.getByRole("heading", { level: 1, name: "邵茹鹏" }).waitFor();
  await page.locator(".hall-head").getByText("待核实", { exact: true }).waitFor();
  await section(page, "这项荣誉").getByText("待核实，以 12333 为准").waitFor();
  await expectSound(page, "not confirmed");

  await page.goto("/honours/ws45-3");
  const team = section(page, "这项荣誉");
  await team.getByText("与这位选手共同获得，是一项成绩：").waitFor();
  await team.getByRole("link", { name: "冯柱天" }).click();
  await page.getByRole("heading", { level: 1, name: "冯柱天" }).waitFor();

  await page.goto("/honours/csa-early-1");
  await page.getByText("年份未载（1995–2015（部分））").waitFor();
  await section(page, "这个工种").getByText("来源没有写工种，所以没有对应的职业。").waitFor();
  await section(page, "同一届的人").waitFor();
  await expectSound(page, "no trade");

  await page.goto("/honours/nte16-5");
  await section(page, "这个工种").getByText("手头没有能确定对应的职业。").waitFor();
  assert.equal(await page.getByRole("link", { name: "在职业目录里找" }).getAttribute("href"), `/occupations#q=${encodeURIComponent("钳工")}`);

  await page.goto("/honours/ws99-1");
  await page.getByRole("heading", { level: 1, name: "没有这一条" }).waitFor();
  await expectSound(page, "nobody");
  expectQuiet(seen);
});

test("who is taken down by a word in the table is nowhere, and a kept link says so", async (t) => {
  const gone = PEOPLE.find((it) => it.id === "ws44-1");
  const folder = mkdtempSync(join(tmpdir(), "honours-"));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(ROOT, "data/shanghai"), join(folder, "shanghai"), { recursive: true });
  const file = join(folder, "shanghai/catalogue/honours.csv");
  const rows = readFileSync(file, "utf8").split("\n");
  const taken = rows.map((row) => (row.startsWith("ws44-1,") ? row.replace(",published,", ",withdrawn,") : row));
  assert.notDeepEqual(rows, taken);
  writeFileSync(file, taken.join("\n"));
  const arguments_ = ["run", "--quiet", "--locked", "--package", "cli", "--bin", "bazhu", "--", "build", join(folder, "shanghai"), "-o", join(folder, "out.pack")];
  const { status: code, stderr } = spawnSync("cargo", arguments_, { cwd: ROOT, encoding: "utf8" });
  assert.equal(code, 0, stderr);
  const part = readFileSync(join(folder, "out.honours.part"));
  assert.ok(!part.includes(gone.name) && part.includes("ws44-1"));

  const { page, context, seen } = await visit(t, null, { screen: "wide" });
  await context.route(/\.honours\..*\.part$/, (route) => route.fulfill({ body: part, contentType: "application/octet-stream" }));
  await page.goto("/honours");
  const left = count(() => true) - 1;
  await status(page, `共 ${left} 人`);
  assert.equal((await names(page)).length, left);
  assert.ok(!(await page.content()).includes(gone.name));
  const of2017 = count((it) => of(it.edition).year === "2017") - 1;
  assert.match(await page.getByRole("group", { name: "按年份" }).getByRole("button", { name: /^2017/ }).innerText(), new RegExp(`${of2017}$`));
  const florists = count((it) => it.trade_group === "floristry") - 1;
  assert.match(await page.getByRole("group", { name: "按工种类别" }).getByRole("button", { name: /^花艺/ }).innerText(), new RegExp(`${florists}$`));
  // The edition's totals name nobody and stay.
  assert.match(await edition(page, "第44届世界技能大赛").locator(".tally").innerText(), /金\s*2/);
  await page.getByRole("searchbox").fill(gone.name);
  await page.getByRole("heading", { name: "没有找到" }).waitFor();
  await page.goto("/honours/ws44-1");
  await page.getByRole("heading", { level: 1, name: "这一条已经撤下" }).waitFor();
  assert.ok(!(await page.content()).includes(gone.name));
  await expectSound(page, "taken down");
  expectQuiet(seen);
});

test("in English, offline once loaded, without storage", async (t) => {
  const { page, context } = await open(t, "/honours?lang=en", { language: "en-GB" });
  await page.getByRole("heading", { level: 1, name: "Honours" }).waitFor();
  await status(page, `${count(() => true)} people`);
  await page.getByRole("heading", { level: 3, name: "47th WorldSkills" }).waitFor();
  await page.locator(".programmes-of a").first().waitFor();
  assert.deepEqual(await stray(page), [], "Chinese that does not say it is Chinese");
  await expectSound(page, "English");
  await context.setOffline(true);
  await page.getByRole("group", { name: "By honour" }).getByRole("button", { name: /^China Skills Award/ }).click();
  await status(page, `${count((it) => of(it.edition).honour === "china_skills_award")} people`);
  await page.getByRole("link", { name: /陈景毅/ }).click();
  await page.getByRole("heading", { level: 1, name: "陈景毅" }).waitFor();
  await page.getByText("It is a work type of this occupation.").waitFor();
  assert.deepEqual(await stray(page), [], "Chinese that does not say it is Chinese");
  await expectSound(page, "English, a person");

  const blocked = await open(t, "/honours#year=2019", { storage: false });
  await status(blocked.page, `共 ${count((it) => of(it.edition).year === "2019")} 人`);
});

test("in elder mode each competition is a screen of its own, with its year", async (t) => {
  const { page, seen } = await visit(t, "/honours", { elder: true });
  // The figures, then what to choose by, then one competition after the other.
  await page.locator("#screen-next").click();
  await status(page, `共 ${count(() => true)} 人`);
  const editions = page.locator(".edition:visible");
  assert.equal(await editions.count(), 0);
  await page.locator("#screen-next").click();
  for (const title of ["第48届世界技能大赛", "第三届全国技能大赛", "首席技师、技能大师工作室"]) {
    await page.getByRole("heading", { level: 3, name: title }).waitFor();
    assert.equal(await editions.count(), 1);
    assert.match(await editions.locator(".year-mark").innerText(), /^202[56]$/);
    await page.locator("#screen-next").click();
  }
  expectQuiet(seen);
});
