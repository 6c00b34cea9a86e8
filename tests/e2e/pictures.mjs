// Takes a picture of each route on a phone, a tablet and a wide screen, light and dark, into
// target/pictures/.
//
//   node tests/e2e/pictures.mjs [ROUTE]...
import { browser, picture, visit } from "./browser.mjs";

const routes = process.argv.slice(2);
if (routes.length === 0) routes.push("/", "/check", "/programmes", "/programmes/ui_skill_upgrade", "/levels", "/loan#p=300000&lpr=3.0&n=24");

for (const route of routes) {
  for (const screen of ["phone", "tablet", "wide"]) {
    for (const dark of [false, true]) {
      const { page, context } = await visit(null, null, { screen, dark });
      await page.goto(route, { waitUntil: "networkidle" });
      const words = route.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
      const name = [words.join("-") || "home", screen, dark ? "dark" : "light"].join(".");
      console.log(await picture(page, name));
      await context.close();
    }
  }
}
await (await browser()).close();
