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

test("a first visit to /check transfers at most 200 kB and asks nobody else", async (t) => {
  const { page, seen } = await visit(t, null);
  await page.goto("/check", { waitUntil: "networkidle" });
  const sizes = await Promise.all(
    seen.requests.map(async ({ url, size }) => ({ path: new URL(url).pathname, bytes: await size })),
  );
  for (const extension of ["js", "wasm", "pack"]) {
    const files = sizes.filter(({ path }) => path.endsWith(`.${extension}`));
    assert.equal(files.length, 1, `one .${extension} file is fetched, once: ${JSON.stringify(files)}`);
  }
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  assert.ok(total <= 200_000, `${total} bytes: ${JSON.stringify(sizes, null, 1)}`);
  expectQuiet(seen);
});
