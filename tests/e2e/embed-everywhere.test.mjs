// Every snippet that docs/embedding.md and the builder show, on each kind of page of another origin.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { expectFits, expectQuiet, visit } from "./browser.mjs";
import { SNIPPETS, STRICT, around, becomes, host, inside, show, widget } from "./host.mjs";

/** What each snippet of the documents shows: the first headings of its frames, or its links. */
const DOCUMENTED = {
  loader: { frames: ["技能补贴测算"], links: 1 },
  two: { frames: ["技能补贴测算", "Find a course"], links: 2 },
  frame: { frames: ["What a start-up loan costs"], links: 0, fixed: true },
  link: { frames: [], links: 1 },
};

/** The builder's, with everything that can be set, for the two ways to place a widget. */
const BUILT = "#widget=courses&district=310101&lang=en&accent=0b6e4f";
const built = new Map();

before(async () => {
  const { page, context } = await visit(null, `/embed${BUILT}`, { screen: "desktop" });
  for (const [name, heading] of [["built loader", "用脚本（推荐）"], ["built frame", "不用脚本"]]) {
    built.set(name, await page.getByRole("group", { name: heading, exact: true }).innerText());
  }
  await context.close();
});

const CASES = [
  ...Object.entries(DOCUMENTED),
  ["built loader", { frames: ["Find a course"], links: 1 }],
  ["built frame", { frames: ["Find a course"], links: 0 }],
];
const code = (name) => SNIPPETS.get(name) ?? built.get(name);

/** Each frame has a name, is as wide as there is room, and shows its widget, which fits. */
async function expectWidgets(page, { frames }, width) {
  await page.waitForFunction((count) => document.querySelectorAll("iframe").length === count, frames.length);
  for (const [nth, heading] of frames.entries()) {
    const frame = page.locator("iframe").nth(nth);
    await frame.scrollIntoViewIfNeeded();
    await widget(page, nth).getByRole("heading", { level: 1, name: heading }).waitFor();
    assert.match(await frame.getAttribute("title"), /\S/);
    assert.ok((await frame.boundingBox()).width <= width);
    await expectFits(await inside(page, nth));
  }
}

for (const [name, expected] of CASES) {
  test(`${name}: strict policy, storage blocked, 320 px`, async (t) => {
    const { page, seen } = await show(t, code(name), {
      headers: STRICT,
      storage: false,
      context: { viewport: { width: 320, height: 740 } },
    });
    await expectWidgets(page, expected, 320);
    await expectFits(page);
    expectQuiet(seen);
  });

  test(`${name}: on a dark page, light or dark as it says or as the page is`, async (t) => {
    const head = "<style>html { color-scheme: dark } body { background: #111; color: #eee }</style>";
    const { page } = await show(t, code(name), { head, dark: true });
    await expectWidgets(page, expected, 360);
    for (const nth of expected.frames.keys()) {
      const light = expected.fixed || (name === "two" && nth === 1);
      await becomes(page, light ? "light" : "dark", nth);
    }
  });

  test(`${name}: in a page that is itself in a sandbox with an origin`, async (t) => {
    const origin = await host(t, {
      "/": `<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><body>
        <iframe src="/inner" title="inner" width="600" height="900" sandbox="allow-scripts allow-same-origin"></iframe>`,
      "/inner": around(code(name)),
    });
    const { page } = await visit(t, origin, { screen: "desktop" });
    const inner = page.frameLocator("iframe[title=inner]");
    await inner.getByRole("heading", { name: "办事" }).waitFor();
    for (const [nth, heading] of expected.frames.entries()) {
      const frame = inner.locator("iframe").nth(nth);
      await frame.scrollIntoViewIfNeeded();
      await frame.contentFrame().getByRole("heading", { level: 1, name: heading }).waitFor();
    }
  });

  test(`${name}: without scripts, a link or a frame that says where to read on`, async (t) => {
    const { page, seen } = await show(t, code(name), { javaScript: false });
    assert.equal(await page.locator("main a").count(), expected.links);
    assert.equal(await page.locator("iframe").count(), expected.links ? 0 : 1);
    const link = page.locator("main a").first();
    if (expected.links) await link.click();
    else await page.locator("iframe").scrollIntoViewIfNeeded();
    const shown = expected.links ? page : widget(page);
    await shown.locator("noscript p", { hasText: "JavaScript" }).first().waitFor();
    assert.deepEqual(seen.failed, []);
  });
}
