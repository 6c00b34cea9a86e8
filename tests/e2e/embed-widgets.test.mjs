// What the widgets say: courses, the start-up course, honours; levels and the loan are in
// embed.test.mjs. Each opens the site with the same answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SITE, expectQuiet } from "./browser.mjs";
import { answer, show, widget } from "./host.mjs";

const link = (name, attributes = "") =>
  `<a class="bazhu-widget" href="${SITE}/embed/${name}" ${attributes}>x</a><script src="${SITE}/embed/v1.js" defer></script>`;

/** The rows of a table of data/shanghai/catalogue, by column. */
function table(name) {
  const [head, ...rows] = readFileSync(new URL(`../../data/shanghai/catalogue/${name}.csv`, import.meta.url), "utf8").trim().split("\n");
  const names = head.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((value, at) => [names[at], value])));
}

test("courses of a district by words of their titles, the next to begin first, marked as samples", async (t) => {
  const { page, seen, context } = await show(t, link("courses", 'data-district="310115"'), { context: { viewport: { width: 480, height: 1600 } } });
  const frame = widget(page);
  const today = "2026-11-22";
  const start = (row) => row.starts_on.split("|").find((day) => day >= today) ?? "9999";
  const expected = (words, district) =>
    table("courses")
      .filter((row) => (!district || row.district === district) && row.title.includes(words))
      .map((row) => ({ ...row, start: start(row) }));
  for (const [words, district] of [["", "310115"], ["电工", "310115"], ["护理", ""]]) {
    await frame.getByLabel("学什么").fill(words);
    await frame.getByLabel("在哪个区").selectOption(district);
    const all = expected(words, district);
    const count = frame.getByText(all.length ? `找到 ${all.length.toLocaleString("en")} 门` : "没有找到");
    await count.waitFor();
    const earliest = all.map((row) => row.start).sort().slice(0, 4);
    const shown = await frame.locator(".status-list > li").allInnerTexts();
    assert.equal(shown.length, Math.min(4, all.length));
    for (const [at, text] of shown.entries()) {
      const row = all.find((row) => text.includes(row.title));
      assert.ok(row, text);
      assert.equal(row.start, earliest[at], text);
      assert.match(text, new RegExp(`¥${Number(row.price_yuan).toLocaleString("en")}`));
      assert.match(text, /示例数据/);
    }
  }
  await frame.getByLabel("学什么").fill("电工");
  const open = frame.getByRole("link", { name: "在八柱打开" });
  assert.equal(await open.getAttribute("href"), `/courses#q=${encodeURIComponent("电工")}`);
  const [opened] = await Promise.all([context.waitForEvent("page"), open.click()]);
  await opened.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await opened.locator("#course-search").inputValue(), "电工");
  expectQuiet(seen);
});

test("a district that the catalogue does not have shows the whole city", async (t) => {
  const { page } = await show(t, link("courses", 'data-district="999999"'));
  await widget(page).getByText(/找到 [\d,]+ 门/).waitFor();
  assert.equal(await widget(page).getByLabel("在哪个区").inputValue(), "");
});

test("a programme that the pack does not have is said, and all are looked at", async (t) => {
  const { page } = await show(t, link("subsidy", 'data-programme="nothing"'));
  await widget(page).getByText("没有编号是“nothing”的项目").waitFor();
  await widget(page).getByRole("button", { name: /^工作/ }).waitFor();
});

test("an address that is no widget's says so in the frame", async (t) => {
  const { page } = await show(t, link("subsidies"));
  await widget(page).getByRole("heading", { name: "没有这个小工具" }).waitFor();
  await widget(page).getByText("“subsidies”").waitFor();
});

test("the start-up course that fits, with its reasons; the guide opens with the same answers", async (t) => {
  const { page, seen, context } = await show(t, link("malan"), { context: { viewport: { width: 480, height: 1600 } } });
  const frame = widget(page);
  // No idea yet, not registered: 产生您的企业想法.
  await frame.locator(".asked").waitFor();
  for (let n = 0; n < 12 && (await frame.locator(".fits").count()) === 0; n += 1) {
    await answer(frame, { idea: 0, registered: "否", months_running: "0", staff: "0", online: "否", grow: "否" });
  }
  const title = await frame.locator(".fits h2").first().innerText();
  const open = frame.getByRole("link", { name: "在八柱打开" });
  assert.match(await open.getAttribute("href"), /^\/malan#a=.*idea-none/);
  const [opened] = await Promise.all([context.waitForEvent("page"), open.click()]);
  await opened.locator("article.fits").getByRole("heading", { name: title }).waitFor();
  expectQuiet(seen);
});

test("honours by kind, each person as in the table, leading to their page", async (t) => {
  const { page, seen, context } = await show(t, link("honours"), { context: { viewport: { width: 480, height: 1600 } } });
  const frame = widget(page);
  const people = table("honours").filter((row) => row.state === "published");
  const editions = new Map(table("honour_editions").map((row) => [row.id, row]));
  const chips = frame.locator(".chip");
  await chips.first().waitFor();
  let seenPeople = 0;
  for (let n = 0; n < (await chips.count()); n += 1) {
    await chips.nth(n).click();
    const links = await frame.locator(".status-list > li > a").evaluateAll((all) => all.map((a) => [a.getAttribute("href").split("/").pop(), a.innerText]));
    assert.ok(links.length > 0 && links.length <= 5);
    const kinds = new Set();
    for (const [id, name] of links) {
      const row = people.find((row) => row.id === id);
      assert.ok(row, id);
      if (row.name) assert.equal(name.trim(), row.name);
      kinds.add(editions.get(row.edition).honour);
      seenPeople += 1;
    }
    assert.equal(kinds.size, 1, "one honour at a time");
  }
  assert.ok(seenPeople > 5);
  const first = frame.locator(".status-list > li > a").first();
  const name = (await first.innerText()).trim();
  const [opened] = await Promise.all([context.waitForEvent("page"), first.click()]);
  await opened.getByRole("heading", { level: 1 }).getByText(name).waitFor();
  expectQuiet(seen);
});
