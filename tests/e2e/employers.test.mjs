// Employers: a list of staff computed in a worker, with the figures of the pack's worked cases; the
// list never leaves the page. Apprenticeship sums, pay, funding, the district.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { csv, csvRows, sheets, workbook } from "./sheet.mjs";

const DATA = resolve(dirname(fileURLToPath(import.meta.url)), "../../data/shanghai");
const SH = "上海市职业技能提升补贴";
const UI = "技能提升补贴（失业保险基金）";
const CARE = "养老护理员入职补贴";
const STATUS = { eligible: "符合条件", undetermined: "还差回答", ineligible: "暂不符合" };

/** A table of the pack as objects by column. */
function table(path) {
  const [head, ...rows] = csvRows(readFileSync(`${DATA}/${path}`, "utf8"));
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ""])));
}

/** The worked cases of a programme for the day on which most are worked. */
const cases = (id) => table(`cases/${id}.csv`).filter((it) => it.date === "2026-11-22");

/** Cases as a list of staff: their names, and a column for each question by its id. */
function listOf(all) {
  const columns = Object.keys(all[0]).filter((name) => name !== "date" && !name.startsWith("expect_"));
  return [columns, ...all.map((it) => columns.map((name) => it[name]))];
}

const file = (name, content) => ({
  name,
  mimeType: name.endsWith(".csv") ? "text/csv" : "application/octet-stream",
  buffer: Buffer.from(content),
});

/** Sets the day of application. */
async function applyOn(page, [year, month, day]) {
  await page.locator("#batch details.date > summary").click();
  await page.locator("#staff-day-y").fill(year);
  await page.locator("#staff-day-m").fill(month);
  await page.locator("#staff-day-d").fill(day);
  await page.locator("#batch details.date button").click();
}

/** Leaves exactly these programmes ticked. */
async function tick(page, titles) {
  const boxes = page.locator("#batch .papers label");
  await boxes.first().waitFor();
  for (let at = 0; at < (await boxes.count()); at += 1) {
    const label = boxes.nth(at);
    const wanted = titles.includes((await label.innerText()).trim());
    await label.locator("input").setChecked(wanted);
  }
}

async function choose(page, name, content) {
  await page.locator("#staff-file").setInputFiles(file(name, content));
}

/** Waits for results and gives the line that counts people. */
async function done(page) {
  await page.locator("#staff-results").waitFor({ timeout: 60_000 });
  return page.locator(".outcome [role=status]").innerText();
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The figures of a programme's bar: {符合条件: 3, …}. */
function counts(page, title) {
  return page
    .locator(".staff-totals > li", { hasText: title })
    .locator(".counts-of li")
    .evaluateAll((all) => Object.fromEntries(all.map((it) => it.innerText.trim().split(/\s+/)).map(([word, count]) => [word, count])));
}

for (const [id, title] of [["sh_skill_upgrade", SH], ["ui_skill_upgrade", UI], ["care_entry", CARE]]) {
  test(`a list of the worked cases of ${id} gives their figures, on screen and saved`, async (t) => {
    const all = cases(id);
    assert.ok(all.length > 10);
    const { page, seen } = await visit(t, "/employers", { screen: "desktop" });
    await tick(page, [title]);
    await applyOn(page, ["2026", "11", "22"]);
    await choose(page, "cases.csv", csv(listOf(all)));
    assert.match(await done(page), new RegExp(`^测算 ${all.length} 人`));
    const { name, bytes } = await saved(page, "保存为 CSV");
    assert.equal(name, "补贴测算结果-2026-11-22.csv");
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const [head, ...rows] = csvRows(bytes.toString("utf8"));
    const column = (row, word) => row[head.indexOf(word)];
    const own = rows.filter((row) => column(row, "项目") === title);
    assert.equal(own.length, all.length);
    const expected = { 符合条件: 0, 还差回答: 0, 暂不符合: 0 };
    for (const [nth, it] of all.entries()) {
      const row = own[nth];
      assert.equal(column(row, "姓名"), it.name);
      expected[STATUS[it.expect_status]] += 1;
      assert.equal(column(row, "结果"), STATUS[it.expect_status], it.name);
      if (it.expect_min) assert.equal(column(row, "最少"), it.expect_min, it.name);
      if (it.expect_max) assert.equal(column(row, "最多"), it.expect_max, it.name);
      if (it.expect_apply_by) assert.equal(column(row, "申请截止"), it.expect_apply_by, it.name);
    }
    const shown = await counts(page, title);
    for (const [word, count] of Object.entries(expected)) assert.equal(shown[word], `${count} 人`.split(" ")[0] + "", word);
    // The sum on screen is the sum of the saved rows.
    const sum = (word) => own.reduce((sum, row) => sum + Number(column(row, word)), 0);
    const yuan = (value) => value.toLocaleString("en-US");
    const [least, most] = [sum("最少"), sum("最多")];
    const text = least === most ? `¥${yuan(least)}` : `¥${yuan(least)}–${yuan(most)}`;
    assert.equal(await page.locator(".staff-totals > li", { hasText: title }).locator(".count-line .amount").innerText(), text);
    assert.equal(await page.locator(".outcome .big").innerText(), text);
    expectQuiet(seen);
  });
}

/** Somebody who gets ¥2,000 from the fund and ¥2,600 from the city; only one of them is paid. */
const WORDS = {
  工号: "A-1",
  姓名: "王小明",
  户籍: "上海",
  当前状况: "在职，正常缴纳社会保险",
  用人单位类型: "企业",
  劳动年龄内: "是",
  失业保险缴费月数: "36",
  已取得证书: "是",
  证书种类: "分等级：职业资格或职业技能等级证书",
  证书等级: "三级/高级工",
  证书核发日期: "2026年5月1日",
  证书网上可查: "是",
  在急需紧缺目录内: "是",
  证书所属领域: "生物医药",
  证书与企业行业一致: "是",
  数字或绿色职业: "否",
  同职业同等级已领: "否",
  更高等级已领: "否",
  已享受培训补贴: "否",
  今年已领次数: "0",
  持有残疾人证: "否",
  退役五年内的退役士兵: "否",
  中职期间已享受: "否",
};
const HEAD = Object.keys(WORDS);
const person = (change = {}) => HEAD.map((name) => ({ ...WORDS, ...change })[name]);

test("a workbook with Chinese words: results, reasons, and what a spreadsheet would run stays text", async (t) => {
  const { page, seen } = await visit(t, "/employers", { screen: "desktop" });
  await applyOn(page, ["2026", "11", "22"]);
  const rows = [
    ["某某公司职工名单"],
    HEAD,
    person({ 证书核发日期: { day: "2026-05-01" }, 失业保险缴费月数: 36, 证书等级: 3 }),
    person({ 工号: "=1+1", 姓名: '@SUM("A1")', 证书核发日期: "2025-05-01", 失业保险缴费月数: { formula: "3+3", value: 6 } }),
    person({ 工号: "+86", 姓名: "-李四", 当前状况: "", 证书等级: "" }),
    person({ 工号: "4", 户籍: "江苏" }),
    person({ 工号: "示例", 姓名: "示例" }),
  ];
  await choose(page, "职工.xlsx", workbook(rows));
  assert.match(await done(page), /^测算 3 人，其中 1 人/);
  // The third may get nothing, or all of level 1 with the uplift: 3,500 × 1.3 = 4,550.
  assert.equal(await page.locator(".outcome .big").innerText(), "¥2,600–7,150");
  await page.getByText("示例 1 行，没有计入").waitFor();
  assert.equal(await page.locator(".bad-rows li").innerText(), "单元格 C6（户籍）：「江苏」不能作为「户籍」的回答：可填「上海」「外省市」");
  await page.locator(".notes > summary").click();
  await page.getByText("公式「=3+3」不会计算：取保存时的值").waitFor();
  const first = page.locator(".person").nth(0);
  assert.match(await first.innerText(), /王小明[\s\S]*A-1[\s\S]*最优组合[\s\S]*¥2,600/);
  await first.getByText(`和「${SH}」只能领一项，没有计入最优组合`).waitFor();
  const second = await page.locator(".person").nth(1).innerText();
  assert.match(second, /2026年5月1日已截止/);
  assert.match(second, /累计缴纳失业保险费满12个月/);
  assert.match(await page.locator(".person").nth(2).innerText(), /还缺： 当前状况、证书等级/);
  await expectSound(page, "results");

  const { name, bytes } = await saved(page, "保存为 XLSX");
  assert.equal(name, "补贴测算结果-2026-11-22.xlsx");
  const book = sheets(bytes);
  assert.deepEqual(Object.keys(book), ["汇总", "每人", "明细", "问题行"]);
  const everything = Object.values(book).flat(2);
  assert.ok(everything.every((cell) => !cell.isFormula), "no formula");
  for (const text of ["=1+1", '@SUM("A1")', "+86", "-李四"]) {
    assert.ok(everything.some((cell) => cell.text === text && cell.isText), text);
  }
  const texts = (sheet) => book[sheet].map((row) => row.map((cell) => cell.text));
  assert.deepEqual(texts("问题行")[1], ["6", "单元格 C6（户籍）：「江苏」不能作为「户籍」的回答：可填「上海」「外省市」"]);
  // The CSV says the same, with an apostrophe before what a spreadsheet would run.
  const rowsOf = csvRows((await saved(page, "保存为 CSV")).bytes.toString("utf8"));
  for (const cell of rowsOf.flat()) assert.doesNotMatch(cell, /^[=+@\t\r-]/);
  const long = rowsOf.filter((row) => row[3] !== "最优组合合计");
  const day = (serial) => new Date((Number(serial) - 25569) * 864e5).toISOString().slice(0, 10);
  for (const [nth, row] of texts("明细").entries()) {
    const mine = row.map((text, at) => (at === 9 && nth > 0 && text ? day(text) : text));
    const wanted = long[nth].map((text) => (/^'[=+@-]/.test(text) ? text.slice(1) : text));
    assert.deepEqual([...mine, ...Array(wanted.length - mine.length).fill("")], wanted);
  }
  expectQuiet(seen);
});

test("filters: by result, programme, last day and name", async (t) => {
  const { page } = await visit(t, "/employers");
  await applyOn(page, ["2026", "11", "22"]);
  const list = [
    HEAD,
    person({ 姓名: "急", 证书核发日期: "2025-12-01" }),
    person({ 姓名: "缓" }),
    person({ 姓名: "过期", 证书核发日期: "2025-01-01" }),
    person({ 姓名: "未知", 证书等级: "", 证书核发日期: "2025-11-30" }),
  ];
  await choose(page, "a.csv", csv(list));
  await done(page);
  const names = async () => (await page.locator(".person .who strong").allInnerTexts()).join(" ");
  const shows = async (wanted) => {
    await page.waitForFunction((wanted) => [...document.querySelectorAll(".person .who strong")].map((it) => it.innerText).join(" ") === wanted, wanted);
    assert.match(await page.locator(".people .found").innerText(), new RegExp(`^${wanted ? wanted.split(" ").length : 0} 人`));
  };
  assert.equal(await names(), "急 缓 过期 未知");
  const result = page.getByRole("group", { name: "结果", exact: true });
  await result.getByRole("button", { name: "暂不符合" }).click();
  await shows("过期");
  await result.getByRole("button", { name: "全部" }).click();
  await page.getByLabel("截止在几天内").fill("10");
  // The nearest last day first.
  await shows("未知 急");
  await page.getByLabel("截止在几天内").fill("8");
  await shows("未知");
  await page.getByLabel("截止在几天内").fill("x");
  await page.getByText("请填 1 到 3650 之间的整数，或留空。").waitFor();
  await page.getByLabel("截止在几天内").fill("");
  await page.getByRole("group", { name: "项目", exact: true }).getByRole("button", { name: UI }).click();
  await page.getByLabel("找人").fill("缓");
  await shows("缓");
  await page.getByLabel("找人").fill("无此人");
  await page.getByText("没有符合筛选条件的人").waitFor();
  await expectSound(page, "filtered");
});

test("a template is filled in and chosen: CSV and XLSX, its example is nobody", async (t) => {
  const { page, seen } = await visit(t, "/employers", { screen: "desktop" });
  const fresh = await saved(page, "下载 CSV 模板");
  assert.equal(fresh.name, "员工名单模板.csv");
  const [head, example] = csvRows(fresh.bytes.toString("utf8"));
  assert.deepEqual([...head].sort(), [...HEAD].sort());
  assert.deepEqual(example.slice(0, 2), ["示例", "示例"]);
  const book = sheets((await saved(page, "下载 XLSX 模板")).bytes);
  assert.deepEqual(Object.keys(book), ["名单", "可填的词"]);
  assert.deepEqual(book["名单"][0].map((cell) => cell.text), head);
  const column = head.indexOf("当前状况");
  const words = book["可填的词"].slice(1).map((row) => row[column]?.text).filter(Boolean);
  assert.ok(words.includes("登记失业") && words.length === 9);
  // The example alone is refused in words; with a person below it the person alone is counted.
  await choose(page, "模板.csv", fresh.bytes);
  await page.getByText("只有示例行：请在下面填写人员").waitFor();
  await expectSound(page, "refused");
  await choose(page, "模板.csv", csv([head, example, head.map((name) => WORDS[name])]));
  assert.match(await done(page), /^测算 1 人/);
  await page.getByText("示例 1 行").waitFor();
  expectQuiet(seen);
});

test("bad rows are told and the rest is done; English says the same, and keeps the results", async (t) => {
  const { page, seen } = await visit(t, "/employers");
  await expectSound(page, "empty");
  const list = [HEAD, person(), person({ 证书等级: "9" }), person({ 证书核发日期: "昨天", 户籍: "上海市" }), person({ 姓名: "李四" })];
  await choose(page, "a.csv", csv(list));
  assert.match(await done(page), /^测算 2 人/);
  await page.getByText("2 行没有测算").waitFor();
  assert.deepEqual(await page.locator(".bad-rows li").allInnerTexts(), [
    "第 3 行，第 10 列（证书等级）：「9」不能作为「证书等级」的回答：请写整数，1 至 5",
    "第 4 行，第 3 列（户籍）：「上海市」不能作为「户籍」的回答：是不是「上海」？请按模板里的词填写",
    "第 4 行，第 11 列（证书核发日期）：「昨天」不能作为「证书核发日期」的回答：日期请写成 2026-05-01",
  ]);
  await expectSound(page, "with bad rows");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Employers" }).waitFor();
  assert.match(await done(page), /^2 people worked out/);
  await page.getByText("line 3, column 10 (证书等级): `9` is no answer to `Certificate level`: write a whole number from 1 to 5").waitFor();
  const { name, bytes } = await saved(page, "Save as CSV");
  assert.match(name, /^grants-.*\.csv$/);
  const [head, first] = csvRows(bytes.toString("utf8"));
  assert.deepEqual([head[3], first[4]], ["Programme", "Qualifies"]);
  await expectSound(page, "English");
  // Back from another page the results are still there; cleared they are gone.
  await page.getByRole("link", { name: "Bazhu" }).first().click();
  await page.getByRole("heading", { level: 1, name: /Skills/ }).waitFor();
  await page.goBack();
  assert.match(await done(page), /^2 people/);
  await page.getByRole("button", { name: "Clear list and results" }).click();
  await page.locator("#staff-results").waitFor({ state: "detached" });
  assert.equal(await page.locator(".person").count(), 0);
  expectQuiet(seen);
});

test("ten thousand people: the totals are those of the worked cases, thousands of times", async (t) => {
  const all = cases("sh_skill_upgrade");
  const [head, ...rows] = listOf(all);
  const people = Array.from({ length: 10_000 }, (_, nth) => rows[nth % rows.length]);
  const { page } = await visit(t, "/employers", { screen: "desktop" });
  await tick(page, [SH]);
  await applyOn(page, ["2026", "11", "22"]);
  await choose(page, "many.csv", csv([head, ...people]));
  assert.match(await done(page), /^测算 10,000 人/);
  const expected = { 符合条件: 0, 还差回答: 0, 暂不符合: 0 };
  for (let nth = 0; nth < people.length; nth += 1) expected[STATUS[all[nth % all.length].expect_status]] += 1;
  const shown = await counts(page, SH);
  for (const [word, count] of Object.entries(expected)) assert.equal(shown[word], count.toLocaleString("en-US"), word);
  await page.getByRole("button", { name: "再看 20 人" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".person").length === 40);
});

test("a computation is cancelled, and another list can be chosen", async (t) => {
  const rows = Array.from({ length: 50_000 }, (_, nth) => person({ 工号: `N${nth}`, 当前状况: "", 证书等级: "", 证书种类: "", 户籍: "", 在急需紧缺目录内: "" }));
  const { page, seen } = await visit(t, "/employers", { screen: "desktop" });
  await choose(page, "huge.csv", csv([HEAD, ...rows]));
  await page.getByRole("progressbar", { name: "测算进度" }).waitFor();
  await page.getByText(/^算好 [\d,]+ 人，共 50,000 人$/).waitFor({ timeout: 60_000 });
  assert.equal(page.workers().length, 1);
  await page.getByRole("button", { name: "取消" }).click();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
  await page.waitForFunction(() => true);
  for (let tries = 0; page.workers().length > 0 && tries < 50; tries += 1) await page.waitForTimeout(100);
  assert.equal(page.workers().length, 0, "the worker is ended");
  await choose(page, "small.csv", csv([HEAD, person()]));
  assert.match(await done(page), /^测算 1 人/);
  expectQuiet(seen);
});

test("nothing of the list leaves the page, and the worker that reads it may connect nowhere", async (t) => {
  const { page, seen } = await visit(t, "/employers");
  await page.locator("#district .tags").waitFor();
  await page.waitForLoadState("networkidle");
  const secret = { 工号: "X-31337-Y", 姓名: "独孤不败" };
  const before = seen.requests.length;
  await choose(page, "绝密名单.csv", csv([HEAD, person(secret)]));
  await done(page);
  await page.getByLabel("找人").fill("独孤");
  await page.locator(".person").waitFor();
  await saved(page, "保存为 CSV");
  await saved(page, "保存为 XLSX");
  const since = seen.requests.slice(before).filter((request) => !request.url.startsWith("blob:"));
  assert.ok(since.every((request) => request.method === "GET" && request.body === ""), "only files are fetched");
  assert.ok(since.every((request) => /\/(workers|packs)\//.test(request.url)), since.map((request) => request.url).join("\n"));
  expectNothingSent(seen, ["独孤不败", encodeURIComponent("独孤不败"), "31337", "绝密名单", "分等级"]);
  expectQuiet(seen);
  // Nothing is kept on the device either.
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  assert.ok(!kept.includes("独孤") && !kept.includes("31337"));
  const tried = await page.workers()[0].evaluate(async () => {
    const refused = async (run) => {
      try {
        await run();
        return "allowed";
      } catch (error) {
        return error.name;
      }
    };
    return {
      fetch: await refused(() => fetch("/index.html")),
      script: await refused(() => importScripts("/workers/x.js")),
      request: await refused(() => {
        const request = new XMLHttpRequest();
        request.open("POST", "/", false);
        request.send("x");
      }),
    };
  });
  assert.deepEqual(tried, { fetch: "TypeError", script: "NetworkError", request: "NetworkError" });
  assert.ok(!seen.requests.some((request) => request.url.includes("/workers/x.js")), "no request was made");
});

test("with storage blocked a list is computed all the same", async (t) => {
  const { page } = await visit(t, "/employers", { storage: false });
  await choose(page, "a.csv", csv([HEAD, person()]));
  assert.match(await done(page), /^测算 1 人，其中 1 人/);
});

test("files that are none, too large, or cut off say so; what was not fetched is fetched again", async (t) => {
  const { page, seen } = await visit(t, "/employers");
  const says = async (name, content, text) => {
    await choose(page, name, content);
    await page.getByRole("alert").getByText(text).waitFor();
  };
  await says("a.csv", "", "表是空的：请用模板填写");
  await says("a.csv", "姓名,部门\n甲,一\n", "没有认出任何一列");
  await says("a.csv", csv([[...HEAD, "户籍"], [...person(), "上海"]]), "「户籍」和「户籍」是同一项");
  await says("a.csv", Buffer.from([0x61, 0x2c, 0xff, 0xfe, 0x81]), "既不是 UTF-8 也不是 GB18030");
  await says("a.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "这是旧的 .xls 文件");
  const whole = workbook([HEAD, person()]);
  await says("a.xlsx", whole.subarray(0, whole.length / 2), "工作簿无法读取");
  await says("big.csv", Buffer.alloc((20 << 20) + 1, "x"), "文件超过 20 MB");
  // GB18030, as Chinese spreadsheets save it: 姓名,户籍 / 甲,上海.
  const gb = Buffer.from("d0d5c3fb2cbba7bcae0abcd72cc9cfbaa30a", "hex");
  await choose(page, "gb.csv", gb);
  assert.match(await done(page), /^测算 1 人/);
  await page.locator(".notes > summary").click();
  await page.getByText("文件不是 UTF-8，已按 GB18030 读取").waitFor();
  expectQuiet(seen);

  const { page: second } = await visit(t, null);
  await second.route("**/workers/*.wasm", (route) => route.abort());
  await second.goto("/employers");
  await choose(second, "a.csv", csv([HEAD, person()]));
  await second.getByText("计算程序没有取到").waitFor();
  await second.unroute("**/workers/*.wasm");
  await second.getByRole("button", { name: "再试一次" }).click();
  assert.match(await done(second), /^测算 1 人/);
});

test("by keyboard, and by dropping a file", async (t) => {
  const { page } = await visit(t, "/employers", { screen: "desktop" });
  const field = page.getByLabel("选 CSV 或 XLSX 文件");
  await field.focus();
  // Choosers are caught only some moments after somebody begins to listen: the key must come later.
  page.on("filechooser", () => {});
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
  await chooser.setFiles(file("a.csv", csv([HEAD, person()])));
  assert.match(await done(page), /^测算 1 人/);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, csv([HEAD, person(), person({ 姓名: "李四" })]));
  await page.locator(".drop").dispatchEvent("dragover", { dataTransfer: data });
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
  await page.getByText("「dropped.csv」的结果").waitFor();
  assert.match(await done(page), /^测算 2 人/);
});

test("no amount for a day after the pack's last, nor in what is saved", async (t) => {
  const { page } = await visit(t, "/employers");
  await applyOn(page, ["2027", "3", "1"]);
  await choose(page, "a.csv", csv([HEAD, person()]));
  await done(page);
  await page.getByText("现有规则只核对到 2026年12月31日").first().waitFor();
  assert.equal(await page.locator("#batch .amount").count(), 0);
  await page.locator(".notes > summary").click();
  await page.getByText(`没有测算「${UI}」：这一天没有规则`).waitFor();
  const [head, ...rows] = csvRows((await saved(page, "保存为 CSV")).bytes.toString("utf8"));
  for (const row of rows) assert.deepEqual([row[head.indexOf("最少")], row[head.indexOf("最多")]], ["", ""]);
});

test("apprenticeship: the national floor by groups, marked as a floor, kept in the address", async (t) => {
  const { page, seen } = await visit(t, "/employers");
  const group = (nth) => page.locator(".plan-groups > li").nth(nth);
  await page.getByText("填好人数、年限等，就算出下限").waitFor();
  await group(0).getByLabel("人数").fill("10");
  await group(0).getByLabel("劳动合同几年").fill("1");
  await group(0).getByRole("button", { name: "新招用的职工" }).click();
  await group(0).getByRole("button", { name: "2 年" }).click();
  // cases/apprenticeship.csv: 10 apprentices for 2 years, 100,000.
  await group(0).getByText("10 人 × 2 年 × ¥5,000 = ¥100,000").waitFor();
  assert.equal(await page.locator(".floor .big").innerText(), "¥100,000");
  await page.getByText("全国下限，不是本市标准；本市标准以 12333 为准。").waitFor();
  // The advance is known of and enters no sum.
  assert.match(await page.locator(".floor").innerText(), /最多可以预付50%，待核实/);
  await page.getByRole("button", { name: "再加一批" }).click();
  await group(1).getByLabel("人数").fill("3");
  await group(1).getByLabel("劳动合同几年").fill("3");
  await group(1).getByRole("button", { name: "在岗的职工" }).click();
  await group(1).getByRole("button", { name: "3 级" }).click();
  await group(1).getByRole("button", { name: "3 年" }).click();
  await group(1).getByText("3 人 × 3 年 × ¥5,000 = ¥45,000").waitFor();
  assert.equal(await page.locator(".floor .big").innerText(), "¥145,000");
  const tables = await page.locator(".floor tbody tr").allInnerTexts();
  assert.deepEqual(tables.map((it) => it.split(/\s*\t\s*/)), [
    ["3 级", "3", "¥45,000"],
    ["4 级", "10", "¥100,000"],
    ["新招用的职工", "10", "¥100,000"],
    ["在岗的职工", "3", "¥45,000"],
  ]);
  await expectSound(page, "with a plan");
  await group(1).getByRole("button", { name: "5 级" }).click();
  await group(1).getByText(/没有计入：.*培养到四级（中级工）及以上/).waitFor();
  assert.equal(await page.locator(".floor .big").innerText(), "¥100,000");
  await group(0).getByLabel("人数").fill("十");
  await group(0).getByText("请填 1 到 10,000 之间的整数").waitFor();
  await group(0).getByLabel("人数").fill("10");
  await page.reload();
  await group(0).getByText("10 人 × 2 年 × ¥5,000 = ¥100,000").waitFor();
  await page.getByRole("button", { name: "去掉第 2 批" }).click();
  assert.equal(await page.locator(".plan-groups > li").count(), 1);
  expectQuiet(seen);
});

test("pay: every figure of the table, with year and source, and that it is no rule", async (t) => {
  const { page, seen } = await visit(t, "/employers");
  const section = page.locator("#pay");
  await section.getByText("不是规定").waitFor();
  const shown = await section.locator(".counts .count-line").evaluateAll((all) =>
    all.map((row) => [row.children[0].innerText, row.children[1].innerText]),
  );
  const who = { skilled: "技能人才", highly_skilled: "高技能人才", senior_technician: "高级技师" };
  const order = ["average", "median", "upper"];
  const wanted = table("catalogue/wages.csv").sort((a, b) => order.indexOf(a.statistic) - order.indexOf(b.statistic));
  assert.deepEqual(
    shown,
    wanted.map((it) => [
      it.industry_zh ? `${it.industry_zh} · ${who[it.workers]}` : who[it.workers],
      `¥${Number(it.yuan_a_year).toLocaleString("en-US")}`,
    ]),
  );
  await section.getByText("以表格显示").click();
  assert.equal(await section.locator("tbody tr").count(), wanted.length);
  await section.getByText("来源").first().click();
  await section.getByText("东方网关于技能人才工资的报道").waitFor();
  await section.getByText("2023-06-21", { exact: false }).first().waitFor();
  // Bars begin at zero on one scale: lengths go as the figures.
  const widths = await section.locator(".of-figure").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().width));
  const ratio = widths[1] / widths[0];
  assert.ok(Math.abs(ratio - 238_400 / 162_200) < 0.02, `${ratio}`);
  expectQuiet(seen);
});

test("funding and the district: only what is known, and where to ask", async (t) => {
  const { page } = await visit(t, "/employers", { screen: "desktop" });
  const funding = page.locator("#funding");
  for (const text of ["5,000,000 元", "3,000,000 元", "1,000,000 元", "每个基地每年最多4个项目。", "每名 50,000 元", "每家 100,000 元", "单位至少等额配套", "经费在3年内使用完"]) {
    await funding.getByText(text).first().waitFor();
  }
  const district = page.locator("#district");
  await district.getByText("浦东新区 2025 年：首席技师 20 个，每个 ¥40,000").waitFor();
  await district.getByText("浦东新区 2025 年：技能大师工作室 5 个，每个 ¥80,000").waitFor();
  await district.getByText("浦人社规〔2023〕4号、浦人社〔2025〕60号").first().waitFor();
  assert.equal(await district.locator(".tags a").count(), 16);
  await district.getByRole("link", { name: "浦东新区" }).click();
  await page.waitForURL("**/institutions#district=310115");
  await page.goto("/programmes/apprenticeship");
  await page.getByRole("link", { name: "用人单位：算学徒制下限" }).click();
  await page.waitForURL("**/employers#apprenticeship");
  await page.locator("#apprenticeship").waitFor();
  await page.waitForFunction(() => document.querySelector("#apprenticeship").getBoundingClientRect().top < 200);
});
