// Elder mode reads the screen aloud: with a stub in the place of the browser's voices.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectNothingSent, expectQuiet, expectSound, visit } from "./browser.mjs";

const RESULT = "/result#v=0&d=2026-11-22&f=worker&a=residence-shanghai";

const next = (page) => page.locator("#screen-next");
/** Waits until the pager says that it is the nth screen; gives how many there are. */
async function at(page, nth) {
  const said = page.locator("nav.pager").getByRole("status");
  await page.waitForFunction(
    (n) => document.querySelector("nav.pager [role=status]")?.textContent.match(/\d+/)?.[0] === String(n),
    nth,
  );
  return Number(/\d+\D+(\d+)/.exec(await said.innerText())[1]);
}

/** Puts a browser's voices in the place of its own; what is said is in `window.said`. */
async function voices(context, list) {
  await context.addInitScript((list) => {
    window.said = [];
    let now = null;
    const engine = {
      getVoices: () => window.voices ?? list,
      speak: (words) => {
        window.said.push({ text: words.text, lang: words.lang, voice: words.voice?.name });
        now = words;
      },
      cancel: () => {
        window.cancelled = (window.cancelled ?? 0) + 1;
        const old = now;
        now = null;
        old?.onerror?.({ error: "canceled" });
      },
    };
    window.finish = (failed) => {
      const old = now;
      now = null;
      if (failed) old.onerror({ error: "synthesis-failed" });
      else old.onend({});
    };
    window.speaking = () => now?.text ?? null;
    Object.defineProperty(window, "speechSynthesis", { value: engine });
    window.SpeechSynthesisUtterance = class {
      constructor(text) {
        this.text = text;
      }
    };
  }, list);
}

const HUIHUI = { name: "Huihui", lang: "zh-CN", localService: true };
const HONG_KONG = { name: "Sinji", lang: "zh-HK", localService: true };
const REMOTE = { name: "Remote", lang: "zh-CN", localService: false };
const GEORGE = { name: "George", lang: "en_GB", localService: true };

const speaking = (page) => page.evaluate(() => window.speaking());

test("reads the screen aloud in short pieces, in the page's language, by a voice of the device", async (t) => {
  const { page, context, seen } = await visit(t, null, { elder: true });
  await voices(context, [REMOTE, GEORGE, HONG_KONG, HUIHUI]);
  await page.goto(RESULT);
  await at(page, 1);
  const button = page.locator("#aloud");
  await button.getByText("朗读", { exact: true }).waitFor();
  await expectSound(page, "with a voice");
  await button.click();
  await button.getByText("停止朗读").waitFor();
  await page.waitForFunction(() => window.speaking() !== null);
  assert.equal(await speaking(page), "我的测算结果");
  const shown = await page.locator("main").innerText();
  let guard = 0;
  while ((await speaking(page)) !== null && guard < 200) {
    await page.evaluate(() => window.finish());
    guard += 1;
  }
  await button.getByText("朗读", { exact: true }).waitFor();
  const said = await page.evaluate(() => window.said);
  assert.ok(said.every(({ text }) => [...text].length <= 60), "in short pieces");
  assert.ok(said.every(({ voice, lang }) => voice === "Huihui" && lang === "zh-CN"));
  const all = said.map(({ text }) => text).join("\n");
  // The figure as people say it, and nothing of other screens.
  const [, from, to] = /¥([\d,]+)–([\d,]+)/.exec(shown);
  assert.ok(all.includes(`${from.replaceAll(",", "")}到${to.replaceAll(",", "")}元`), all);
  assert.ok(!all.includes("您的意见"));
  await page.getByRole("button", { name: /English/ }).click();
  await button.getByText("Read aloud").waitFor();
  await button.click();
  await page.waitForFunction(() => window.speaking() !== null);
  assert.equal((await page.evaluate(() => window.said.at(-1))).voice, "George");
  expectNothingSent(seen, []);
  expectQuiet(seen);
});

test("stops by its button, when the screen changes, and when the page does", async (t) => {
  const { page, context } = await visit(t, null, { elder: true });
  await voices(context, [HUIHUI]);
  await page.goto(RESULT);
  await at(page, 1);
  const button = page.locator("#aloud");
  const start = async () => {
    await button.getByText("朗读", { exact: true }).waitFor();
    await button.click();
    await page.waitForFunction(() => window.speaking() !== null);
  };
  const silent = async (what) => {
    await page.waitForFunction(() => window.speaking() === null);
    await button.getByText("朗读", { exact: true }).waitFor();
    const count = await page.evaluate(() => window.said.length);
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.said.length), count, `${what}: nothing more is said`);
  };
  await start();
  await button.click();
  await silent("the button");
  await start();
  await next(page).click();
  await at(page, 2);
  await silent("another screen");
  await start();
  await page.goBack();
  await at(page, 1);
  await silent("back");
  await start();
  await page.getByRole("link", { name: "八柱" }).click();
  await page.waitForURL(/\/$/);
  await silent("another page");
  await start();
  await page.getByRole("button", { name: /^标准版/ }).click();
  await page.waitForFunction(() => window.speaking() === null);
});

test("a device that says nothing is told of; no voice, or only one that sends what it reads, is no button", async (t) => {
  const { page, context } = await visit(t, null, { elder: true });
  await voices(context, [HUIHUI]);
  await page.goto("/levels");
  await page.locator("#aloud").click();
  await page.waitForFunction(() => window.speaking() !== null);
  await page.evaluate(() => window.finish(true));
  await page.getByText("没有读出来").waitFor();
  await expectSound(page, "nothing was read");
  for (const list of [[], [REMOTE], [GEORGE]]) {
    const other = await visit(t, null, { elder: true });
    await voices(other.context, list);
    await other.page.goto("/levels");
    await at(other.page, 1);
    assert.equal(await other.page.locator("#aloud").count(), 0, JSON.stringify(list));
    // Browsers find their voices late.
    await other.page.evaluate((voice) => {
      window.voices = [voice];
      window.speechSynthesis.onvoiceschanged();
    }, HUIHUI);
    await other.page.locator("#aloud").waitFor();
  }
  const none = await visit(t, null, { elder: true });
  await none.context.addInitScript(() => Object.defineProperty(window, "speechSynthesis", { value: undefined }));
  await none.page.goto("/levels");
  await at(none.page, 1);
  assert.equal(await none.page.locator("#aloud").count(), 0);
  expectQuiet(none.seen);
});
