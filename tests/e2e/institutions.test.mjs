// Colleges, service points, districts. Figures are counted from
// data/shanghai/catalogue/institutions.csv.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

async function open(t, path, options) {
  const { page, context, seen } = await visit(t, null, options);
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  await page.goto(path);
  await page.getByRole("searchbox").waitFor();
  return { page, context, seen };
}

const section = (page, name) => page.locator("main section").filter({ has: page.getByRole("heading", { level: 2, name, exact: true }) });
const names = (place) => place.locator(".places > li > strong").allInnerTexts();

for (const screen of ["phone", "desktop"]) {
  test(`all colleges in hand, offices with a warning, sixteen districts (${screen})`, async (t) => {
    const { page, seen } = await open(t, "/institutions", { screen });
    // 24 service points, 18 colleges, 1 centre.
    await page.getByRole("status").filter({ hasText: "共 43 个" }).waitFor();
    const colleges = section(page, "新型技师学院");
    await colleges.getByRole("heading", { level: 3, name: "第二批 共 14 个" }).waitFor();
    await colleges.getByRole("heading", { level: 3, name: "第一批 共 4 个" }).waitFor();
    assert.equal((await names(colleges)).length, 18);
    // Those that no source names stay open.
    await colleges.getByText("其余 6 家名单未收录").waitFor();
    const points = section(page, "区就业促进中心");
    assert.match(await points.locator(".notice").innerText(), /2022年8月31日的，可能已经变了。出门前请先打 12333/);
    assert.equal(await points.locator(".notice a").getAttribute("href"), "tel:12333");
    assert.equal((await names(points)).length, 24);
    assert.equal(await page.locator(".tile").count(), 16);
    // No provider, made up or not, is shown before it is asked for.
    assert.equal(await page.getByText("示例培训机构").count(), 0);
    await expectSound(page, "institutions");
    expectQuiet(seen);
  });
}

test("a district by the keyboard: its offices first, the others folded, the address keeps it", async (t) => {
  const { page, seen } = await open(t, "/institutions");
  const tile = page.getByRole("group", { name: "按区找" }).getByRole("button", { name: "浦东" });
  await tile.focus();
  await page.keyboard.press("Enter");
  const points = section(page, "区就业促进中心");
  await points.getByRole("heading", { level: 3, name: "浦东新区的网点" }).waitFor();
  assert.equal(await tile.getAttribute("aria-pressed"), "true");
  // 9 of the 24 are in 310115.
  assert.equal(await points.locator("> .places > li").count(), 9);
  await points.getByText("其他区的网点（15 个）").waitFor();
  await expectAddress(page, /#district=310115$/);
  await page.getByRole("status").filter({ hasText: "浦东新区：9 个网点" }).getByRole("button", { name: "看网点" }).click();
  assert.equal(await page.evaluate(() => document.activeElement.id), "points");
  await section(page, "新型技师学院").getByText("手头没有这些学院的地址和所在区").waitFor();
  await expectSound(page, "district");
  await page.reload();
  await points.getByRole("heading", { level: 3, name: "浦东新区的网点" }).waitFor();
  await page.keyboard.press("Tab");
  await tile.click();
  await points.getByRole("heading", { level: 3, name: "浦东新区的网点" }).waitFor({ state: "detached" });
  expectQuiet(seen);
});

test("the street names the district; without a tap the position is not asked for, and nothing is sent", async (t) => {
  const { page, context, seen } = await visit(t, null);
  await context.addInitScript(() => {
    window.asked = 0;
    const ask = () => (window.asked += 1);
    Object.defineProperty(navigator, "geolocation", { value: { getCurrentPosition: ask, watchPosition: ask } });
  });
  await page.goto("/institutions");
  const street = page.getByLabel("您在哪个街道、镇？");
  // streets.csv: 川沙新镇 in 310115, 临汾路街道 in 310106.
  await street.fill("chuansha");
  await page.getByRole("button", { name: "川沙新镇 浦东新区" }).click();
  await page.getByText("川沙新镇属于浦东新区，那里的网点排在前面。").waitFor();
  await section(page, "区就业促进中心").getByRole("heading", { level: 3, name: "浦东新区的网点" }).waitFor();
  await street.fill("临汾");
  await page.getByRole("button", { name: "临汾路街道 静安区" }).click();
  const points = section(page, "区就业促进中心");
  await points.getByRole("heading", { level: 3, name: "静安区的网点" }).waitFor();
  assert.deepEqual(await points.locator("> .places > li > strong").allInnerTexts(), ["静安区就业促进中心"]);
  await street.fill("xyzzy");
  await page.getByText("没有这个街道或镇").waitFor();
  await expectSound(page, "street");
  assert.equal(await page.evaluate(() => window.asked), 0);
  expectNothingSent(seen, ["chuansha", "临汾", "310106"]);
  expectQuiet(seen);
});

/** Opens the page somewhere; `place` is a position, or null where the browser refuses. */
async function openAt(t, place, path = "/institutions", options) {
  const context = place ? { permissions: ["geolocation"], geolocation: place } : {};
  return open(t, path, { ...options, context });
}

const ask = (page) => page.getByRole("button", { name: "用我的位置找近的" }).click();
const headings = (place) => place.getByRole("heading", { level: 3 }).allInnerTexts();

/** The position stands in no request, no address and no storage. */
async function expectForgotten(page, seen, texts) {
  expectNothingSent(seen, texts);
  const kept = await page.evaluate(() => JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }]));
  for (const text of texts) assert.ok(!kept.includes(text), `the page keeps ${text}: ${kept}`);
}

test("the position, on a tap: nearest district first, then the next two, with estimates; elsewhere next", async (t) => {
  // Beside 徐汇区's point (31.1800, 121.4375).
  const { page, context, seen } = await openAt(t, { latitude: 31.18371, longitude: 121.43622 });
  const points = section(page, "区就业促进中心");
  await ask(page);
  await page.getByText("离您最近的是徐汇区，不到 1 公里（到区的中心点估算）。").waitFor();
  // 长宁区 (31.2181, 121.4222): 3.83 and 1.33 km. 静安区 (31.2290, 121.4482): 5.04 and 1.14 km.
  assert.deepEqual(await headings(points), [
    "徐汇区的网点 不到 1 公里（到区的中心点估算）",
    "长宁区的网点 约 4 公里（到区的中心点估算）",
    "静安区的网点 约 5 公里（到区的中心点估算）",
  ]);
  assert.deepEqual(await points.locator("> .places > li > strong").allInnerTexts(), ["徐汇区", "长宁区", "静安区"].map((name) => `${name}就业促进中心`));
  await points.getByText("其他区的网点（21 个）").waitFor();
  await points.locator(".notice").getByText("出门前请先打 12333").waitFor();
  const tile = (name) => page.getByRole("group", { name: "按区找" }).getByRole("button", { name });
  assert.equal(await tile("徐汇").getAttribute("aria-pressed"), "true");
  await expectAddress(page, /\/institutions#district=310104$/);
  await expectSound(page, "near 徐汇");
  // Another district by hand: no distances any more, also when one comes back.
  await tile("浦东").click();
  await points.getByRole("heading", { level: 3, name: "浦东新区的网点" }).waitFor();
  await tile("徐汇").click();
  await points.getByRole("heading", { level: 3, name: "徐汇区的网点" }).waitFor();
  assert.deepEqual(await headings(points), ["徐汇区的网点"]);
  // A second tap from somewhere else. A filter that would hide the offices gives way.
  await page.getByRole("group", { name: "类型" }).getByRole("button", { name: "鉴定中心" }).click();
  await context.setGeolocation({ latitude: 31.62345, longitude: 121.39731 });
  await ask(page);
  // 崇明区 (31.6441, 121.5685): 2.30 and 16.28 km. 宝山区 (31.3989, 121.4899): 24.97 and 8.81 km.
  // 嘉定区 (31.3835, 121.2503): 26.67 and 13.97 km.
  await page.getByText("离您最近的是崇明区，约 16 公里（到区的中心点估算）。").waitFor();
  assert.deepEqual(await headings(points), [
    "崇明区的网点 约 16 公里（到区的中心点估算）",
    "宝山区的网点 约 26 公里（到区的中心点估算）",
    "嘉定区的网点 约 30 公里（到区的中心点估算）",
  ]);
  await expectForgotten(page, seen, ["31.18", "121.43", "31.62", "121.39"]);
  expectNothingSent(seen, ["310104", "310151"]);
  expectQuiet(seen);
});

test("the position elsewhere, refused, not to be had, too late: in words, and the street remains", async (t) => {
  // Hangzhou.
  const far = await openAt(t, { latitude: 30.2741, longitude: 120.1551 });
  await ask(far.page);
  await far.page.getByText("您离上海每个区都超过 120 公里，所以没有替您选区。").waitFor();
  assert.equal(await far.page.locator(".tile[aria-pressed=true]").count(), 0);
  await expectAddress(far.page, /\/institutions$/);
  await expectForgotten(far.page, far.seen, ["30.27", "120.15"]);
  expectQuiet(far.seen);

  const refused = await openAt(t, null);
  await ask(refused.page);
  await refused.page.getByText("手机没有允许用位置。").waitFor();
  await expectSound(refused.page, "refused");
  // Allowed after all: a second tap works.
  await refused.context.grantPermissions(["geolocation"]);
  await refused.context.setGeolocation({ latitude: 31.18, longitude: 121.4375 });
  await ask(refused.page);
  await refused.page.getByText("离您最近的是徐汇区").waitFor();

  for (const [code, words] of [
    [2, "现在得不到手机的位置。"],
    [3, "等了 10 秒，没有得到位置。"],
  ]) {
    const { page, context } = await visit(t, null);
    await context.addInitScript((code) => {
      const getCurrentPosition = (_, failed, options) => {
        window.options = options;
        window.fail = () => failed({ code });
      };
      Object.defineProperty(navigator, "geolocation", { value: { getCurrentPosition } });
    }, code);
    await page.goto("/institutions");
    await ask(page);
    await page.getByText("正在问手机的位置……").waitFor();
    assert.deepEqual(await page.evaluate(() => window.options), { timeout: 10_000, maximumAge: 0 });
    await page.evaluate(() => window.fail());
    await page.getByText(words).waitFor();
    await page.getByLabel("您在哪个街道、镇？").waitFor();
  }

  const { page, context, seen } = await visit(t, null);
  await context.addInitScript(() => Object.defineProperty(navigator, "geolocation", { value: undefined }));
  await page.goto("/institutions");
  await ask(page);
  await page.getByText("现在得不到手机的位置。").waitFor();
  expectQuiet(seen);
});

test("the position in English", async (t) => {
  const { page, seen } = await openAt(t, { latitude: 31.2459, longitude: 121.6277 }, "/institutions?lang=en", { screen: "desktop" });
  await page.getByRole("button", { name: "Use my position" }).click();
  // 浦东新区 (31.2459, 121.5677): 5.71 km east of it.
  await page.getByText("The nearest is 浦东新区, about 6 km (an estimate, to the district's centre point).").waitFor();
  await page.getByRole("heading", { level: 3, name: "Offices in 浦东新区 about 6 km" }).waitFor();
  await expectSound(page, "English, near");
  expectQuiet(seen);
});

test("kinds and the search by name, address and pinyin", async (t) => {
  const { page, seen } = await open(t, "/institutions");
  const kinds = page.getByRole("group", { name: "类型" });
  await kinds.getByRole("button", { name: "鉴定中心" }).click();
  await page.getByRole("status").filter({ hasText: "共 1 个" }).waitFor();
  assert.deepEqual(await names(page), ["上海市职业技能鉴定中心"]);
  await kinds.getByRole("button", { name: "全部" }).click();
  const box = page.getByRole("searchbox", { name: "找一个机构" });
  for (const [typed, name] of [
    ["caoyang", "上海市曹杨职业技术学校"],
    ["zhonghua", "中华职业学校"],
    ["江浦路", "杨浦区就业促进中心"],
  ]) {
    await box.fill(typed);
    await page.locator(".places > li").filter({ hasText: name }).waitFor();
  }
  await box.fill("xyzzyq");
  await page.getByRole("heading", { name: "没有找到" }).waitFor();
  await expectSound(page, "nothing found");
  await page.getByRole("button", { name: "看全部" }).click();
  await page.getByRole("status").filter({ hasText: "共 43 个" }).waitFor();
  // What is made up says so on every row.
  await kinds.getByRole("button", { name: "开课机构" }).click();
  await page.getByText("这些机构是示例数据，不是真实的。").waitFor();
  const rows = await page.locator(".places > li").count();
  assert.ok(rows > 0 && rows <= 20);
  assert.equal(await page.locator(".places").getByText("示例数据", { exact: true }).count(), rows);
  await expectSound(page, "providers");
  expectQuiet(seen);
});

test("English, and offline once loaded", async (t) => {
  const { page, context } = await open(t, "/institutions?lang=en");
  await page.getByRole("heading", { level: 1, name: "Colleges and offices" }).waitFor();
  await page.getByText("These addresses are of 31 August 2022 and may have changed. Call 12333 before you go.").waitFor();
  await page.getByText("the names of the other six are not in hand").first().waitFor();
  await expectSound(page, "English");
  await context.setOffline(true);
  await page.locator(".tile").filter({ hasText: "崇明" }).click();
  await page.getByRole("heading", { level: 3, name: "Offices in 崇明区" }).waitFor();
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
});
