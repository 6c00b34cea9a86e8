// The four beams and eight pillars: a house to choose from, every figure as in the tables
// (data/shanghai/catalogue/pillar*.csv), drawn to scale, and links that lead somewhere.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, expectSound, visit } from "./browser.mjs";
import { rows } from "./tables.mjs";

const PILLARS = rows("pillars");
const TASKS = PILLARS.filter((row) => row.kind === "task");
const MEASURES = PILLARS.filter((row) => row.kind === "measure");
const CHARTS = rows("pillar_charts");
const FIGURES = rows("pillar_figures");

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** Opens the page and waits for the house that the screen shows. */
async function open(t, path, options) {
  const { page, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.locator("#house svg").first().waitFor({ state: "attached" });
  return { page, seen };
}

/** The drawing that is shown. */
const house = (page) => page.locator("#house svg").filter({ visible: true });

/** A figure with its words and unit, as the page says it. */
function said(figure, language) {
  const chart = CHARTS.find((row) => row.id === figure.chart);
  const text = `${Number(figure.value).toLocaleString("en-US")} ${chart[`unit_${language}`]}`;
  const zh = figure.about ? `约 ${text}` : figure.at_least ? `${text}以上` : text;
  const en = figure.about ? `about ${text}` : figure.at_least ? `more than ${text}` : text;
  return language === "zh" ? zh : en;
}

for (const screen of ["phone", "desktop"]) {
  test(`a house with four beams and eight pillars, each a way to its section (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/pillars", { screen });
    assert.equal(await house(page).count(), 1, "one drawing for the screen");
    const beams = await house(page).locator(".beam").allInnerTexts().catch(() => []);
    assert.deepEqual(
      await house(page).locator(".beam").evaluateAll((all) => all.map((beam) => beam.textContent.trim())),
      TASKS.map((row) => row.name_zh),
      beams.join(),
    );
    const pillars = house(page).locator("a");
    assert.deepEqual(
      await pillars.evaluateAll((all) => all.map((link) => [link.getAttribute("href"), link.getAttribute("aria-label")])),
      MEASURES.map((row, nth) => [`#${row.id}`, `${nth + 1} ${row.short_zh}：${row.name_zh}`]),
    );
    // expectSound measures HTML links by their class; these are SVG's.
    for (const { width, height } of await pillars.evaluateAll((all) => all.map((link) => link.getBoundingClientRect()))) {
      assert.ok(width >= 44 && height >= 44, `a pillar of ${width} by ${height}`);
    }
    await expectSound(page, "the house");
    // By the keyboard: the third pillar leads to the third section.
    await pillars.nth(1).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash === "#training-models");
    await page.waitForFunction(() => Math.abs(document.getElementById("training-models").getBoundingClientRect().top) < 40);
    assert.match(await page.locator("#training-models h2").innerText(), /创新培养模式/);
    await page.locator("#training-models").getByRole("link", { name: "回到房子" }).click();
    await page.waitForFunction(() => location.hash === "#house");
    expectQuiet(seen);
  });
}

test("a link to a measure shows its section", async (t) => {
  const { page } = await open(t, "/pillars#honours", { screen: "phone" });
  await page.waitForFunction(() => Math.abs(document.getElementById("honours").getBoundingClientRect().top) < 60);
});

for (const [language, lang] of [["zh", ""], ["en", "?lang=en"]]) {
  test(`every figure of the tables, with its unit, its time and its table (${language})`, async (t) => {
    const { page, seen } = await open(t, `/pillars${lang}`, { screen: "desktop" });
    for (const [nth, measure] of MEASURES.entries()) {
      const section = page.locator(`#${measure.id}`);
      assert.equal(await section.getByRole("heading", { level: 2 }).innerText(), measure[`name_${language}`]);
      assert.equal(await section.locator(".big-nth").innerText(), String(nth + 1));
      const what = await section.locator(".parts-of .plain-list > li").allInnerTexts();
      assert.deepEqual(what, measure[`what_${language}`].split("|"));
      if (measure[`note_${language}`]) await section.getByText(measure[`note_${language}`]).waitFor();
      const figures = FIGURES.filter((figure) => CHARTS.find((row) => row.id === figure.chart).measure === measure.id);
      const texts = (await section.locator(".count-line").allInnerTexts()).map(squeezed);
      assert.deepEqual(texts, figures.map((figure) => `${figure[`label_${language}`]} ${said(figure, language)}`));
      const nothing = language === "zh" ? "文章没有给出这一项的数字" : "The article gives no figures";
      assert.equal(await section.getByText(nothing).count(), figures.length === 0 ? 1 : 0);
      if (figures.length === 0) continue;
      await section.getByText(language === "zh" ? "以表格显示" : "Show as a table").click();
      const cells = (await section.locator("tbody tr").allInnerTexts()).map(squeezed);
      assert.equal(cells.length, figures.length);
      for (const [at, figure] of figures.entries()) {
        const chart = CHARTS.find((row) => row.id === figure.chart);
        const start = `${chart[`title_${language}`]} · ${figure[`label_${language}`]} ${said(figure, language)}`;
        assert.ok(cells[at].startsWith(start), `${cells[at]} does not begin with ${start}`);
        const year = figure.as_of ? figure.as_of.slice(0, 4) : figure.years.split("-").at(-1);
        const undated = language === "zh" ? "文章没有注明时点" : "The article names no date";
        assert.ok(cells[at].endsWith(undated) !== Boolean(year) && cells[at].includes(year), cells[at]);
      }
    }
    // How the article was read stands with every measure, and where it is.
    assert.equal(await page.locator(".measure .evidence").count(), MEASURES.length);
    await page.getByText(language === "zh" ? "《职业》2024年第9期" : "2024, No. 9").first().waitFor();
    await expectSound(page, `all tables open, ${language}`);
    if (language === "en") {
      const stray = await page.locator("main").evaluate((main) => {
        const walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const stray = [];
        while (walk.nextNode()) {
          const text = walk.currentNode.textContent;
          if (/\p{Script=Han}/u.test(text.replace(/《.*?》/gu, ""))) stray.push(text);
        }
        return stray;
      });
      assert.deepEqual(stray, [], "Chinese in the English page");
    }
    expectQuiet(seen);
  });
}

/** The dots that a path of dashes draws: one for every `pitch` of each of its lines, and one. */
const dotsOf = (path, pitch) => [...path.matchAll(/h(\d+)/g)].reduce((sum, [, length]) => sum + Math.floor(Number(length) / pitch) + 1, 0);

test("drawings are to scale: bars from zero on one axis, a dot or a disc for each", async (t) => {
  const { page } = await open(t, "/pillars", { screen: "desktop" });
  for (const chart of CHARTS) {
    const drawn = page.locator(`#${chart.measure} .drawn`).filter({ has: page.getByRole("heading", { name: chart.title_zh, exact: true }) });
    const figures = FIGURES.filter((figure) => figure.chart === chart.id);
    const wholes = figures.filter((figure) => !figure.within || chart.form === "bars");
    const most = Math.max(...figures.map((figure) => Number(figure.value)));
    const scale = squeezed(await drawn.locator("p.muted").first().innerText());
    if (chart.form === "bars") {
      const marks = await drawn.locator(".axis-of text").allTextContents();
      const end = Number(marks.at(-1).replaceAll(",", ""));
      assert.equal(marks[0], "0");
      assert.ok(end >= most && end < 2.5 * most, `an axis to ${end} for ${most}`);
      const bars = await drawn.locator(".of-figure").evaluateAll((all) =>
        all.map((bar) => {
          const [own, whole] = [bar.getBoundingClientRect(), bar.ownerSVGElement.getBoundingClientRect()];
          return [own.left - whole.left, own.width / whole.width];
        }),
      );
      assert.equal(bars.length, figures.length);
      for (const [nth, [left, share]] of bars.entries()) {
        assert.ok(Math.abs(left) < 0.5, "a bar begins at zero");
        const wanted = Number(figures[nth].value) / end;
        assert.ok(Math.abs(share - wanted) < 0.002, `${figures[nth].id}: ${share} for ${wanted}`);
      }
      assert.match(scale, new RegExp(`横轴从 0 起，单位：${chart.unit_zh}$`));
      continue;
    }
    const per = Number(/(?:点|圆)是 ([\d,]+)/.exec(scale)[1].replaceAll(",", ""));
    const fields = drawn.locator(".dot-field");
    assert.equal(await fields.count(), wholes.length, chart.id);
    for (const [nth, figure] of wholes.entries()) {
      const field = fields.nth(nth);
      const paths = await field.locator("path").evaluateAll((all) => all.map((path) => [path.getAttribute("class"), path.getAttribute("d")]));
      const pitch = chart.form === "dots" ? 8 : figure.medal === "prize" ? 16 : 26;
      const counted = chart.form === "dots" ? paths : paths.filter(([name]) => name === "face");
      const dots = counted.reduce((sum, [, path]) => sum + dotsOf(path, pitch), 0);
      assert.equal(dots * per, Number(figure.value), `${figure.id}: ${dots} dots of ${per}`);
      const part = figures.find((row) => row.within === figure.id);
      if (part) {
        const own = paths.filter(([name]) => name.includes("of-part"));
        assert.equal(dotsOf(own[0][1], pitch) * per, Number(part.value), part.id);
      }
    }
  }
});

test("every service of every pillar opens a page that is there", async (t) => {
  const { page, seen } = await open(t, "/pillars", { screen: "phone" });
  const links = await page.locator(".measure").evaluateAll((all) =>
    all.map((section) => [section.id, [...section.querySelectorAll(".leads a")].map((link) => link.getAttribute("href"))]),
  );
  assert.deepEqual(links.map(([id]) => id), MEASURES.map((row) => row.id));
  for (const [id, hrefs] of links) {
    assert.equal(hrefs.length, MEASURES.find((row) => row.id === id).serves.split(" ").length, id);
  }
  const all = [...new Set(links.flatMap(([, hrefs]) => hrefs))];
  for (const href of all) {
    await page.goto("/pillars");
    await page.locator(`.leads a[href="${href}"]`).first().click();
    await page.waitForFunction((path) => location.pathname === path, href.split("#")[0]);
    const title = page.getByRole("heading", { level: 1 });
    await title.waitFor();
    await page.waitForLoadState("networkidle");
    assert.doesNotMatch(await title.innerText(), /没有这个页面|没有这一项/, href);
  }
  // The one that names a check leads to it; the one that names a kind shows it.
  await page.goto("/shortage#check=settlement");
  await page.waitForFunction(() => {
    const section = document.getElementById("settlement");
    return section && section.getBoundingClientRect().top < innerHeight;
  });
  await page.goto("/institutions#kind=service_point");
  await page.getByRole("status").filter({ hasText: "共 24 个" }).waitFor();
  expectQuiet(seen);
});

test("in elder mode a pillar opens the screen of its measure, and back leads to the house", async (t) => {
  const { page, seen } = await open(t, "/pillars", { screen: "phone", elder: true });
  await page.locator("nav.pager").waitFor({ state: "attached" });
  await house(page).locator("a").nth(3).click();
  await page.locator("#assessment h2").waitFor();
  await page.waitForFunction(() => !document.getElementById("house").checkVisibility());
  await page.locator("#assessment").getByRole("link", { name: "回到房子" }).click();
  await house(page).waitFor();
  assert.equal(await page.locator("#assessment").isVisible(), false);
  expectQuiet(seen);
});
