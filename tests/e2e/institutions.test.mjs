// Colleges, service points, districts. Figures are counted from
// data/shanghai/catalogue/institutions.csv.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

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
  assert.match(page.url(), /#district=310115$/);
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

test("the street names the district; the position is never asked for and nothing is sent", async (t) => {
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
