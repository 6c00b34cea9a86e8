// About this site, and what each version changed. Counts are those of the pack's files.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";
import { DATA, rows } from "./tables.mjs";

const squeezed = (text) => text.replace(/\s+/g, " ").trim();
const file = (name) => readFileSync(resolve(DATA, name), "utf8");
const fieldOf = (text, key) => new RegExp(`^${key} = "?([^"\\n]*)"?$`, "m").exec(text)[1];

async function open(t, path, options) {
  const { page, seen } = await visit(t, null, options);
  // A site without a server answers every address with its page.
  if (options?.server === false) await page.route("**/api/**", (route) => route.fulfill({ contentType: "text/html", body: "<p>" }));
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { page, seen };
}

for (const screen of ["phone", "desktop"]) {
  test(`sources, evidence, what is not known, errors, accessibility, privacy, versions (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/about", { screen });
    await page.locator("#versions").waitFor();
    const headings = await page.locator(".page > section > h2").allInnerTexts();
    assert.deepEqual(headings, ["这是什么", "金额怎么算出来", "资料有多可靠", "还不知道什么", "资料来源", "最近更新", "发现错误", "放进您的网站", "无障碍声明", "隐私", "版本和许可"]);
    await expectSound(page, "folded");
    // Every source of the rules and of the catalogue, each with how it was read.
    const ofRules = [...file("sources.toml").matchAll(/^\[\[sources\]\]$/gm)].length;
    const ofCatalogue = rows("sources");
    const sources = page.locator("#sources details");
    assert.equal(squeezed(await sources.nth(0).locator("summary").innerText()), `规则的来源（${ofRules}）`);
    await sources.nth(0).locator("summary").click();
    assert.equal(await sources.nth(0).locator(".sources > li").count(), ofRules);
    await sources.nth(1).locator("summary").click();
    const titles = await sources.nth(1).locator(".sources > li").allInnerTexts();
    assert.equal(titles.length, ofCatalogue.length);
    for (const [nth, source] of ofCatalogue.entries()) assert.ok(titles[nth].includes(source.title_zh), source.title_zh);
    assert.equal(await page.locator("#sources .evidence").count(), ofRules + ofCatalogue.length);
    // The three words for how something is known.
    assert.deepEqual(await page.locator("#evidence dt").allInnerTexts(), ["官方原文", "据公开报道", "待核实，以 12333 为准"]);
    // What the pack says it does not know, by programme.
    await page.locator("#unknown summary").click();
    const settlement = page.locator(".unknown-of > li").filter({ hasText: "高技能人才引进落户" });
    await settlement.getByText("今天没有规则。").waitFor();
    await settlement.getByText("2025年12月1日起的规定没有收录").waitFor();
    await settlement.getByText("2020年12月1日这一天待核实。").waitFor();
    await page.locator(".unknown-of > li").filter({ hasText: "技能提升补贴（失业保险基金）" }).getByText("2017年5月15日这一天待核实。").waitFor();
    // A guide without a rule says so.
    await page.locator(".unknown-of > li").filter({ hasText: "培养基地" }).getByText("只有说明，没有可以计算的规则。").waitFor();
    await expectSound(page, "unfolded");
    expectQuiet(seen);
  });
}

test("versions are those of the pack", async (t) => {
  const { page } = await open(t, "/about");
  const pack = file("pack.toml");
  const [year, month, day] = fieldOf(pack, "as_of").split("-").map(Number);
  const said = squeezed(await page.locator("#versions").innerText());
  assert.ok(said.includes(`规则 ${fieldOf(pack, "version")} (`), said);
  assert.ok(said.includes(`资料核对至 ${year}年${month}月${day}日`), said);
  // No address is made up.
  const whole = await page.locator("main").innerText();
  assert.doesNotMatch(whole, /@|\b1[3-9]\d{9}\b|021-/);
});

test("what is kept is told by name, and one button forgets all of it", async (t) => {
  const { page, seen } = await open(t, "/check", { server: false });
  await page.getByRole("button").first().waitFor();
  await page.goto("/check#q=residence");
  await page.getByRole("button", { name: "上海", exact: false }).first().click();
  await page.getByRole("button", { name: "换成深色" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await page.goto("/about?lang=zh-Hans#privacy");
  const row = (name) => page.locator(".kept tr").filter({ hasText: name });
  // The last thing that a page keeps by itself, when it is idle.
  await page.waitForFunction(() => localStorage.getItem("bazhu.seen") !== null);
  await page.reload();
  await row("bazhu.situations").waitFor();
  const names = await page.evaluate(() => Object.keys(localStorage).sort());
  assert.ok(names.includes("bazhu.situations"), names.join());
  for (const name of names) assert.match(await row(name).innerText(), /有$/, name);
  assert.match(await row("bazhu.compare").innerText(), /没有$/);
  await page.getByRole("button", { name: "清除这台设备上的全部" }).click();
  await expectSound(page, "asked once more");
  await page.getByRole("button", { name: "不清除" }).click();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).sort()), names);
  await page.getByRole("button", { name: "清除这台设备上的全部" }).click();
  await page.getByRole("button", { name: "确定清除" }).click();
  await page.getByRole("status").filter({ hasText: "已经全部清除" }).waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.match(await row("bazhu.situations").innerText(), /没有$/);
  expectNothingSent(seen, ["residence-shanghai"]);
  expectQuiet(seen);
});

test("without storage the page says that nothing is kept", async (t) => {
  const { page } = await open(t, "/about", { storage: false });
  await page.locator(".kept tbody tr").first().waitFor();
  for (const text of await page.locator(".kept tbody tr").allInnerTexts()) assert.match(text, /没有$/);
});

/** The entries of changes.toml, as far as a test needs them. */
const CHANGES = file("changes.toml")
  .split("[[changes]]")
  .slice(1)
  .map((text) => ({
    version: fieldOf(text, "version"),
    starred: /^starred = true$/m.test(text),
    zh: /zh = "([^"]*)"/.exec(text)[1],
    en: /en = "([^"]*)"/.exec(text)[1],
    programmes: /programmes = \[([^\]]*)\]/.exec(text)?.[1].match(/\w+/g) ?? [],
  }));

for (const screen of ["phone", "desktop"]) {
  test(`what is new: the change log, newest first, with programmes and sources (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/whats-new", { screen });
    const entries = page.locator(".news > li");
    await entries.first().waitFor();
    assert.equal(await entries.count(), CHANGES.length);
    for (const [nth, change] of CHANGES.entries()) {
      const entry = entries.nth(nth);
      assert.ok((await entry.innerText()).includes(change.zh), change.zh);
      assert.equal(await entry.getByText("★").count(), change.starred ? 1 : 0);
      assert.deepEqual(
        await entry.locator(".tags a").evaluateAll((all) => all.map((link) => link.getAttribute("href"))),
        change.programmes.map((id) => `/programmes/${id}`),
      );
    }
    // Every programme that it names has a page of its own.
    const files = readdirSync(resolve(DATA, "programmes")).map((name) => name.replace(".toml", ""));
    assert.ok(CHANGES.flatMap((change) => change.programmes).every((id) => files.includes(id)));
    await page.getByText(`规则版本 ${fieldOf(file("pack.toml"), "version")}`).first().waitFor();
    await expectSound(page, "all");
    await page.getByRole("button", { name: "只看带 ★ 的" }).click();
    const starred = CHANGES.filter((change) => change.starred).length;
    await page.getByRole("status").filter({ hasText: `${starred} 条` }).waitFor();
    assert.equal(await entries.count(), starred);
    await entries.first().locator("summary").last().click();
    assert.ok((await entries.first().locator(".sources > li").count()) > 0);
    await expectSound(page, "starred, sources open");
    expectQuiet(seen);
  });
}

test("the newest change stands on the page about this site", async (t) => {
  const { page } = await open(t, "/about?lang=en");
  await page.locator("#newest").getByText(CHANGES[0].en).waitFor();
  await page.locator("#newest").getByRole("link", { name: "See everything new" }).click();
  await page.getByRole("heading", { level: 1, name: "What is new" }).waitFor();
});

test("a change log that does not come is said, and fetched again", async (t) => {
  const { page } = await visit(t, null);
  let refuse = true;
  await page.route(/\.changes\.\w+\.part$/, (route) => (refuse ? route.abort() : route.continue()));
  await page.goto("/whats-new");
  await page.getByRole("alert").getByText("网络断开了").waitFor();
  refuse = false;
  await page.getByRole("button", { name: "再试一次" }).click();
  await page.locator(".news > li").first().waitFor();
});

test("English", async (t) => {
  const { page, seen } = await open(t, "/about?lang=en", { screen: "phone" });
  await page.getByRole("heading", { name: "Accessibility statement" }).waitFor();
  await page.locator("#versions").waitFor();
  await expectSound(page, "about, English");
  await page.goto("/whats-new?lang=en");
  await page.getByText(CHANGES[0].en).waitFor();
  await expectSound(page, "what is new, English");
  expectQuiet(seen);
});
