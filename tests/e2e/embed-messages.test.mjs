// What a widget and the page around it tell each other, and what others can't make them believe.
import assert from "node:assert/strict";
import { test } from "node:test";
import { RESIDENT, SNIPPETS, answerAll, host, inside, show, theme, widget } from "./host.mjs";

test("a result is handed over only when the visitor agrees, and holds no answer", async (t) => {
  const listening = `<script>
    window.results = [];
    document.addEventListener("bazhu:result", (event) => results.push([event.target.className, event.detail]));
  </script>`;
  const { page, origin } = await show(t, SNIPPETS.get("loader") + listening);
  const frame = widget(page);
  await frame.getByRole("button", { name: /^工作/ }).click();
  await answerAll(frame, RESIDENT);
  const box = frame.getByRole("region", { name: `要把结果告诉 ${new URL(origin).host} 吗？` });
  await box.getByText("上海市职业技能提升补贴（sh_skill_upgrade） ¥3,250").waitFor();
  assert.deepEqual(await page.evaluate(() => window.results), []);
  await box.getByRole("button", { name: "把结果告诉本网站" }).click();
  await box.getByText(`已告诉 ${new URL(origin).host}。`).waitFor();
  await page.waitForFunction(() => window.results.length > 0);
  const [[target, detail], ...more] = await page.evaluate(() => window.results);
  assert.deepEqual(more, []);
  assert.equal(target, "bazhu-widget");
  assert.deepEqual(Object.keys(detail).sort(), ["date", "maxFen", "minFen", "programmes", "version", "widget"]);
  assert.deepEqual([detail.version, detail.widget, detail.date], [1, "subsidy", "2026-11-22"]);
  const upgrade = detail.programmes.find(({ id }) => id === "sh_skill_upgrade");
  assert.deepEqual(upgrade, { id: "sh_skill_upgrade", status: "eligible", minFen: 325_000, maxFen: 325_000 });
  for (const programme of detail.programmes) {
    for (const key of Object.keys(programme)) assert.ok(["id", "status", "minFen", "maxFen"].includes(key), key);
  }
});

test("forged messages change nothing", async (t) => {
  // A page of a third origin, framed beside the widget.
  const forger = await host(t, {
    "/": `<script>
      addEventListener("message", ({ data }) => {
        const all = [parent, ...Array.from({ length: parent.length }, (_, n) => parent[n])];
        for (const target of all) if (target !== window) target.postMessage(data, "*");
      });
    </script>`,
  });
  const listening = `<script>
    window.results = [];
    addEventListener("bazhu:result", (event) => results.push(event.detail));
  </script>`;
  const { page } = await show(t, `${SNIPPETS.get("loader")}<iframe id="forger" src="${forger}" title="forger"></iframe>${listening}`);
  const frame = widget(page);
  await frame.locator(".widget").waitFor();
  await page.waitForFunction(() => document.querySelector("iframe").style.height !== "480px");
  const state = async () => [
    await page.locator("iframe").first().evaluate((frame) => frame.style.height),
    await theme(page),
    await page.evaluate(() => window.results),
  ];
  const before = await state();
  const forged = { bazhu: 1, height: 9_999, theme: "dark", result: { version: 1, widget: "subsidy" } };
  // From another frame, to the page and to the widget; from the page to itself.
  await page.locator("#forger").evaluate((frame, data) => frame.contentWindow.postMessage(data, "*"), forged);
  await page.evaluate((data) => window.postMessage(data, "*"), forged);
  // Of another kind, from the widget's own window.
  const own = await inside(page);
  await own.evaluate(() => {
    for (const data of [null, 1, "x", {}, { bazhu: 2, height: 9_999 }, { bazhu: "1", height: 9_999 }, { bazhu: 1, height: "9999px" }, { bazhu: 1, height: -5 }]) {
      parent.postMessage(data, "*");
    }
  });
  await page.waitForTimeout(500);
  assert.deepEqual(await state(), before);
  // From the widget's window, once it shows a page of another origin.
  await page.locator("iframe").first().evaluate((frame, src) => (frame.src = src), forger);
  await page.waitForTimeout(500);
  await page.locator("iframe").first().evaluate((frame, data) => frame.contentWindow.postMessage(data, "*"), forged);
  await page.waitForTimeout(500);
  assert.deepEqual([(await state())[0], (await state())[2]], [before[0], []]);
});
