// What the tests of /malan share.
import { visit } from "./browser.mjs";

/** Opens the page on 22 November 2026. `kept` is what the device keeps, `answers` those of the check. */
export async function open(t, options = {}, { kept, answers } = {}) {
  const visited = await visit(t, null, options);
  const { page, context } = visited;
  await page.clock.setFixedTime(new Date("2026-11-22T09:00:00+08:00"));
  if (kept || answers) {
    await context.addInitScript(
      ({ kept, answers }) => {
        if (sessionStorage.getItem("put")) return;
        sessionStorage.setItem("put", "1");
        if (kept) localStorage.setItem("bazhu.malan", kept);
        if (answers) localStorage.setItem("bazhu.situations", `bazhu-situations 1\t0\n\t\tall\t${answers}\t`);
      },
      { kept, answers },
    );
  }
  await page.goto("/malan");
  await page.locator("#notes").waitFor();
  return visited;
}

/** Unfolds every stage of the road map. */
export async function unfold(page) {
  for (const stage of await page.locator("#road .stage > details").all()) {
    if (!(await stage.evaluate((it) => it.open))) await stage.locator("> summary").click();
  }
}

/** Answers the question on screen in a section: a button's name, or a number for a field. */
export async function answer(page, section, ask, value) {
  const box = page.locator(section);
  await box.getByRole("heading", { name: ask }).waitFor();
  if (typeof value === "string") return box.getByRole("button", { name: value, exact: true }).click();
  await box.getByRole("textbox").fill(String(value));
  await box.getByRole("button", { name: /^(继续|Continue)$/ }).click();
}

/** A task of the road map. */
export const task = (page, id) => page.locator(`#task-${id}`);

/** Enters a day of the road map by the name of its row. */
export async function enter(page, name, [year, month, day], button = /^(按这一天算|Use this day)$/) {
  const row = page.locator("#dates details").filter({ hasText: name });
  await row.locator("summary").click();
  const fields = row.getByRole("textbox");
  for (const [at, value] of [year, month, day].entries()) await fields.nth(at).fill(String(value));
  await row.getByRole("button", { name: button }).click();
}
