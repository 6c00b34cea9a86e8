// What a visitor sees before, or without, the calculator.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectFits, expectQuiet, visit } from "./browser.mjs";

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
  for (const route of ["/check", "/programmes", "/programmes/sh_skill_upgrade", "/levels", "/loan"]) {
    const { page, seen } = await visit(t, route, { javaScript: false });
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.deepEqual(seen.failed, [], route);
  }
});

test("the shell's text is there with the HTML, before any WebAssembly", async (t) => {
  const { page } = await visit(t, null);
  await page.route(/\.wasm$/, () => {});
  await page.goto("/", { waitUntil: "commit" });
  await page.getByText("12333").first().waitFor({ timeout: 3_000 });
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
  for (const extension of ["js", "css", "pack"]) {
    assert.equal(paths.filter((path) => path.endsWith(`.${extension}`)).length, 1, extension);
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
