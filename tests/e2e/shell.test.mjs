// What a visitor sees before, or without, the calculator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFits, expectQuiet, expectSound, visit } from "./browser.mjs";
import { ROUTES } from "./routes.mjs";

for (const screen of ["phone", "desktop"]) {
  test(`the page says what it is and names 12333 without JavaScript (${screen})`, async (t) => {
    const { page, seen } = await visit(t, "/", { screen, javaScript: false });
    assert.match(await page.title(), /\S/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.match(await page.locator("body").innerText(), /12333/);
    await expectFits(page);
    assert.deepEqual(seen.failed, []);
  });
}

test("every route answers with the shell", async (t) => {
  for (const route of ROUTES) {
    const { page, seen } = await visit(t, route, { javaScript: false });
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(seen.failed, [], route);
  }
});

test("the shell's text is there with the HTML, before any WebAssembly", async (t) => {
  const { page } = await visit(t, null);
  await page.route(/\.wasm$/, () => {});
  await page.goto("/", { waitUntil: "commit" });
  await page.getByText("12333").first().waitFor();
});

test("a first visit to /check is one answer of at most 200 kB with the result's code, and asks nobody else", async (t) => {
  const { page, seen } = await visit(t, null);
  const result = page.waitForResponse(/\/parts\/split_result-\w+\.wasm$/);
  await page.goto("/check");
  await result;
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(
    seen.requests.map(async ({ url, size }) => ({ path: new URL(url).pathname, bytes: await size })),
  );
  const beside = sizes.filter(({ path }) => path !== "/check" && path !== "/icon-32.png");
  assert.ok(
    beside.every(({ path }) => /^\/parts\/(split_result|chunk_\d+)-\w+\.wasm$/.test(path)),
    `nothing but the result's code is fetched beside the page: ${JSON.stringify(beside)}`,
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total <= 200_000, `${total} bytes: ${JSON.stringify(sizes, null, 1)}`);
  expectQuiet(seen);
});

test("another address fetches each file once, by a name that may be kept for ever", async (t) => {
  const { page, seen } = await visit(t, "/levels");
  await page.getByRole("heading", { level: 1, name: "我能考几级" }).waitFor();
  await page.waitForLoadState("networkidle");
  const paths = seen.requests.map(({ url }) => new URL(url).pathname);
  assert.deepEqual(paths, [...new Set(paths)]);
  // The style sheet, and that of the pages after the first ones.
  for (const [extension, count] of Object.entries({ js: 1, css: 2, pack: 1 })) {
    assert.equal(paths.filter((path) => path.endsWith(`.${extension}`)).length, count, extension);
  }
  expectQuiet(seen);
});

test("a page whose code does not come says so, and comes when asked again", async (t) => {
  const { page } = await visit(t, "/check");
  await page.locator(".question").waitFor();
  await page.route(/\/parts\//, (route) => route.abort());
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.href = "/levels";
    document.querySelector("main").append(link);
    link.click();
  });
  const alert = page.getByRole("alert");
  await alert.getByText("这一页没有取到").waitFor();
  await expectFits(page);
  await page.unroute(/\/parts\//);
  await alert.getByRole("button", { name: "再试一次" }).click();
  await page.getByRole("heading", { level: 1, name: "我能考几级" }).waitFor();
  // A page that comes late takes the focus as any other.
  await page.waitForFunction(() => document.activeElement?.id === "title");
});

test("no width between 320 and 1440 pixels scrolls sideways, in either language", async (t) => {
  for (const lang of ["zh", "en"]) {
    const { page } = await visit(t, `/?lang=${lang}`);
    await page.getByRole("searchbox").waitFor();
    for (let width = 320; width <= 1440; width += 80) {
      await page.setViewportSize({ width, height: 740 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${width} pixels, ${lang}: ${over} too many`);
    }
  }
});

/** A way to the menu: its button, its panel. */
const menu = (page) => ({ button: page.locator("#menu"), panel: page.locator("details.menu nav") });

for (const language of ["zh", "en"]) {
  test(`every page that has an address of its own is in the menu, and the menu is sound (${language})`, async (t) => {
    const { page, seen } = await visit(t, `/?lang=${language}`);
    const { button, panel } = menu(page);
    await button.click();
    const links = await panel.getByRole("link").evaluateAll((all) => all.map((link) => link.pathname));
    // Home is the site's name; what is compared comes from the courses; one item leads on from its
    // list; one asks for a call about something; widgets and the operator's page are for those who
    // run a site, who find them on /about.
    const elsewhere = ["/", "/embed", "/enquiry", "/operator"];
    const pages = ROUTES.filter((route) => route.split("/").length === 2 && !elsewhere.includes(route));
    assert.deepEqual([...links].sort(), [...pages].sort());
    await expectSound(page, "the menu");
    const box = await panel.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740, JSON.stringify(box));
    await panel.getByRole("link").last().click();
    await page.waitForURL(/\/about/);
    assert.equal(await panel.isVisible(), false, "a page was chosen");
    await button.click();
    assert.equal(await panel.locator("[aria-current=page]").count(), 1);
    expectQuiet(seen);
  });
}

test("the menu closes by Escape, a touch beside it, and when the focus leaves it", async (t) => {
  const { page } = await visit(t, "/levels", { screen: "desktop" });
  const { button, panel } = menu(page);
  // A page whose code arrives takes the focus to its title.
  await button.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "title");
  await button.focus();
  await page.keyboard.press("Enter");
  await panel.waitFor();
  // The first Tab leads into it.
  await page.keyboard.press("Tab");
  assert.ok(await panel.evaluate((it) => it.contains(document.activeElement)));
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "menu");
  await page.keyboard.press("Enter");
  const count = await panel.getByRole("link").count();
  for (let n = 0; n < count; n += 1) await page.keyboard.press("Tab");
  assert.ok(await panel.isVisible());
  await page.keyboard.press("Tab");
  await panel.waitFor({ state: "hidden" });
  await button.click();
  await panel.waitFor();
  await page.locator("main h1").click();
  await panel.waitFor({ state: "hidden" });
});

test("the bar keeps to five pages, and what does not fit goes below", async (t) => {
  for (const lang of ["zh", "en"]) {
    const { page } = await visit(t, `/levels?lang=${lang}`, { screen: "wide" });
    const bar = page.locator("nav.wide");
    await bar.waitFor();
    assert.equal(await bar.getByRole("link").count(), 5);
    for (const width of [960, 1024, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await expectFits(page);
      const { height } = await page.locator("header.top").boundingBox();
      assert.ok(height < 80, `${lang}, ${width} pixels: one line, not ${height}`);
    }
  }
});

test("the header is one line on a phone, two in elder mode, in both languages", async (t) => {
  for (const lang of ["zh", "en"]) {
    for (const [elder, most] of [[false, 64], [true, 128]]) {
      const { page } = await visit(t, `/levels?lang=${lang}`, { elder });
      await menu(page).button.waitFor();
      const { height } = await page.locator("header.top").boundingBox();
      assert.ok(height <= most, `${lang}, elder ${elder}: ${height}`);
    }
  }
});

test("the foot leads to what is new, to the sources and to privacy", async (t) => {
  const { page } = await visit(t, "/loan");
  const foot = page.locator("footer.foot");
  for (const [name, where] of [
    ["最近更新", "/whats-new"],
    ["关于本站", "/about"],
    ["隐私", "/about#privacy"],
  ]) {
    assert.equal(await foot.getByRole("link", { name, exact: true }).getAttribute("href"), where);
  }
});
