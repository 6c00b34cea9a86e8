// Every widget in a frame of 320 px: in every state it fits, can be tapped and is accessible.
import { test } from "node:test";
import { SITE, expectAccessible, expectFits, expectQuiet, expectTapTargets } from "./browser.mjs";
import { RESIDENT, SNIPPETS, answer, answerAll, becomes, inside, show, widget } from "./host.mjs";

for (const name of ["subsidy", "levels", "courses", "malan", "honours", "loan"]) {
  for (const lang of ["zh-Hans", "en"]) {
    test(`${name} at 320 px (${lang}): fits, can be tapped, is accessible in light and dark`, async (t) => {
      const link = `<a class="bazhu-widget" href="${SITE}/embed/${name}" data-lang="${lang}" data-accent="#c00">x</a>`;
      const snippet = SNIPPETS.get("loader").replace(/<a .*<\/a>/, link);
      const { page, seen } = await show(t, snippet, {
        head: "<style>html { color-scheme: light dark } body { margin: 0 }</style>",
        context: { viewport: { width: 320, height: 1800 } },
      });
      await widget(page).locator(".widget").waitFor();
      const frame = await inside(page);
      const sound = async (state) => {
        await expectFits(frame);
        await expectTapTargets(frame);
        for (const colorScheme of ["light", "dark"]) {
          await page.emulateMedia({ colorScheme });
          await becomes(page, colorScheme);
          await expectAccessible(frame, `${state} (${colorScheme})`);
        }
        await page.emulateMedia({ colorScheme: "light" });
        await becomes(page, "light");
      };
      await sound("at first");
      if (name === "subsidy") {
        await widget(page).locator(".choice").first().click();
        await sound("a question");
        await answerAll(widget(page), lang === "en" ? {} : RESIDENT);
        await sound("the result");
      } else if (name === "levels") {
        for (let n = 0; n < 20 && (await widget(page).locator(".asked").count()) > 0; n += 1) {
          await answer(widget(page), { held_level: 0, trade_status: 0, trade_years: "7", age_years: "30" });
        }
        await widget(page).locator("summary").click();
        await sound("the ladder");
      } else if (name === "malan") {
        for (let n = 0; n < 12 && (await widget(page).locator(".asked").count()) > 0; n += 1) {
          await answer(widget(page), { idea: 0, registered: lang === "en" ? "No" : "否", months_running: "0", staff: "0", group: 0 });
        }
        await widget(page).locator(".fits summary").first().click();
        await sound("a course with its reasons");
      } else if (name === "honours") {
        const chips = widget(page).locator(".chip");
        for (let n = 0; n < (await chips.count()); n += 1) {
          await chips.nth(n).click();
          await sound(`honour ${n}`);
        }
      } else if (name === "loan") {
        await widget(page).locator("#principal").fill("x");
        await widget(page).locator("form .button").click();
        await sound("with faults");
        await widget(page).locator("#principal").fill("100000");
        await widget(page).locator("#lpr").fill("3.1");
        await widget(page).locator("form .button").click();
        await widget(page).locator("#loan-result").waitFor();
        await sound("worked out");
      } else {
        await widget(page).locator("#words").fill("电工");
        await sound("searched");
        await widget(page).locator("#words").fill("没有的课");
        await sound("nothing found");
      }
      expectQuiet(seen);
    });
  }
}
