// Every page in elder mode in English, and on the narrowest phone.
import { test } from "node:test";
import { expectFits, expectTapTargets, visit } from "./browser.mjs";
import { ROUTES } from "./routes.mjs";

for (const route of ROUTES) {
  test(`every screen of ${route} fits in English, and at 320 px`, async (t) => {
    const { page } = await visit(t, `${route}?lang=en`, { elder: true });
    await page.locator("#title").waitFor();
    await page.waitForLoadState("networkidle");
    for (let nth = 1; nth < 40; nth += 1) {
      await page.setViewportSize({ width: 360, height: 740 });
      await expectFits(page);
      await expectTapTargets(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectFits(page);
      if (!(await page.locator("#screen-next").isVisible())) break;
      await page.locator("#screen-next").click();
      await page.getByRole("status").getByText(`Screen ${nth + 1} of`).waitFor();
    }
  });
}

