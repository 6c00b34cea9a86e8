// Takes a picture of each route on a phone, a tablet and a wide screen, light and dark, into
// target/pictures/.
//
//   node tests/e2e/pictures.mjs [--elder] [ROUTE]...
//
// With --elder each screen of a page in elder mode, up to the eighth.
import { browser, picture, visit } from "./browser.mjs";

const given = process.argv.slice(2);
const elder = given.includes("--elder");
const routes = given.filter((route) => route !== "--elder");
if (routes.length === 0) routes.push("/", "/check", "/programmes", "/programmes/ui_skill_upgrade", "/levels", "/loan#p=300000&lpr=3.0&n=24");

for (const route of routes) {
  for (const screen of ["phone", "tablet", "wide"]) {
    for (const dark of [false, true]) {
      const { page, context } = await visit(null, null, { screen, dark, elder });
      await page.goto(route, { waitUntil: "networkidle" });
      const words = route.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const name = [words.join("-") || "home", screen, dark ? "dark" : "light"];
      console.log(await picture(page, [...name, ...(elder ? ["elder"] : [])].join(".")));
      const next = page.locator("#screen-next");
      for (let nth = 2; elder && nth <= 8 && (await next.isVisible()); nth += 1) {
        await next.click();
        await page.waitForTimeout(100);
        console.log(await picture(page, [...name, "elder", nth].join(".")));
      }
      await context.close();
    }
  }
}
await (await browser()).close();
