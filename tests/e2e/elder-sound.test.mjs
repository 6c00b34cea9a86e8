// Every page in elder mode, screen by screen: it fits, can be tapped and is accessible.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectElder, expectQuiet, visit } from "./browser.mjs";
import { ROUTES } from "./routes.mjs";

for (const route of ROUTES) {
  test(`every screen of ${route} is sound, in Chinese`, async (t) => {
    const { page, seen } = await visit(t, route, { elder: true });
    await page.locator("#title").waitFor();
    await page.waitForLoadState("networkidle");
    const whole = await page.evaluate(() => {
      const pages = document.querySelector("main>.page");
      return pages?.matches("[data-screen]") ?? true;
    });
    const texts = await expectElder(page, route);
    assert.ok(texts.length === 1 || !whole, `${route} keeps itself together`);
    expectQuiet(seen);
  });
}
