// Widgets where something is missing: in a browser whose own setting blocks what sites in frames of
// other sites keep, and where a file does not come.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SITE, expectFits, expectQuiet, visit } from "./browser.mjs";
import { RESIDENT, STRICT, answerAll, inside, show, widget } from "./host.mjs";

const link = (name) =>
  `<a class="bazhu-widget" href="${SITE}/embed/${name}">x</a><script src="${SITE}/embed/v1.js" defer></script>`;

/** What each shows when it works. */
const WORKS = {
  subsidy: (frame) => frame.getByRole("button", { name: /^工作/ }),
  levels: (frame) => frame.locator(".asked"),
  courses: (frame) => frame.getByText(/找到 [\d,]+ 门/),
  malan: (frame) => frame.locator(".asked"),
  honours: (frame) => frame.locator(".status-list > li").first(),
  loan: (frame) => frame.getByRole("button", { name: "计算" }),
};

/** The browser lets the frame keep nothing, and lets it set no cookie. */
async function expectBlocked(page) {
  const frame = await inside(page);
  const met = await frame.evaluate(() => {
    const tried = (look) => {
      try {
        return String(look());
      } catch (error) {
        return error.name;
      }
    };
    return [
      tried(() => localStorage.length),
      tried(() => sessionStorage.length),
      tried(() => {
        document.cookie = "kept=1";
        return document.cookie;
      }),
    ];
  });
  assert.deepEqual(met, ["SecurityError", "SecurityError", ""]);
}

for (const [name, shown] of Object.entries(WORKS)) {
  test(`${name} works where the browser blocks third parties' storage and cookies`, async (t) => {
    const { page, seen } = await show(t, link(name), { thirdParty: false });
    await shown(widget(page)).waitFor();
    await expectBlocked(page);
    await expectFits(await inside(page));
    assert.equal(await widget(page).locator(".card[role=alert]").count(), 0, "nothing failed");
    expectQuiet(seen);
  });
}

test("a whole talk to its sum there, on a page with a strict policy", async (t) => {
  const { page, seen } = await show(t, link("subsidy"), { thirdParty: false, headers: STRICT });
  const frame = widget(page);
  await frame.getByRole("button", { name: /^工作/ }).click();
  await answerAll(frame, RESIDENT);
  await frame.locator(".status-list > li", { hasText: "上海市职业技能提升补贴" }).getByText("¥3,250").waitFor();
  await expectBlocked(page);
  expectQuiet(seen);
});

for (const [name, file] of [
  ["courses", /\/styles\/widget\./],
  ["courses", /\.courses\.[0-9a-f]+\.part$/],
  ["malan", /\.malan\.[0-9a-f]+\.part$/],
  ["malan", /\/parts\/split_widget_malan/],
  ["honours", /\.honours\.[0-9a-f]+\.part$/],
]) {
  test(`${name}: where ${file} does not come, that is said and it is asked for again`, async (t) => {
    const { page, context, seen } = await visit(t, null);
    await context.route(file, (route) => route.abort());
    await page.goto(`/embed/${name}`);
    const alert = page.locator(".card[role=alert]");
    await alert.getByRole("link", { name: "12333" }).waitFor();
    await expectFits(page);
    await context.unroute(file);
    await alert.getByRole("button").click();
    await WORKS[name](page).waitFor();
    assert.equal(await alert.count(), 0);
    assert.deepEqual(seen.pageErrors, []);
  });
}
