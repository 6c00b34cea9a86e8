// node bench/employers/run.mjs [--runs N]: a list of 10,000 people at /employers, from the choice of
// the file to the results on screen. BAZHU_URL names the site (a release build), CHROMIUM the browser.
//
// The browser's own slowing down (Emulation.setCPUThrottlingRate) holds the page's thread alone,
// leaves workers as they are, and spends processor time itself. So three things are measured.
// Without it: the clock, multiplied by four, as on a machine with as many processors, each four times
// slower; and the processor time of the whole page, all threads together (the page, the worker,
// compiling, memory), multiplied by four, as on one such processor where nothing runs side by side.
// With it: the clock. On a busy machine clocks say little.
import { chromium } from "playwright-core";
import { csv, workbook } from "../../tests/e2e/sheet.mjs";
import { people } from "./people.mjs";

const SLOW = 4;
const COUNT = 10_000;
const at = process.argv.indexOf("--runs");
const runs = at > 0 ? Number(process.argv[at + 1]) : 5;
const site = process.env.BAZHU_URL ?? "http://127.0.0.1:8080";

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const whole = await browser.newBrowserCDPSession();
// The processor time of all pages, in milliseconds.
const processor = async () => {
  const { processInfo } = await whole.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
};
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

async function once(name, content, rate) {
  const page = await browser.newPage();
  try {
    await page.goto(`${site}/employers`);
    await page.locator("#staff-file").waitFor({ state: "attached" });
    // The page is at rest, and what it needs is in the browser's cache.
    await page.evaluate(async () => {
      const named = document.querySelector("meta[name=workers]").content.split(" ");
      await Promise.all(named.map(async (url) => (await fetch(url)).arrayBuffer()));
    });
    await page.waitForTimeout(1_000);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
    const before = await processor();
    // In the page: Playwright itself looks every half second.
    const shown = page.evaluate(
      () =>
        new Promise((done) => {
          let begun;
          document.getElementById("staff-file").addEventListener("change", () => (begun = performance.now()), { capture: true, once: true });
          const look = () => {
            if (document.querySelector(".person")) requestAnimationFrame(() => done(performance.now() - begun));
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    await page.locator("#staff-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: content });
    const clock = await shown;
    const spent = (await processor()) - before;
    const line = await page.locator(".outcome [role=status]").innerText();
    if (!line.includes("10,000")) throw new Error(`not everybody was computed: ${line}`);
    return { spent, clock };
  } finally {
    await page.close();
  }
}

console.log(`| ${COUNT.toLocaleString("en-US")} people | file | clock | times ${SLOW} | processor time | times ${SLOW} | clock, the page ${SLOW} times slower |`);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const empty of [0, 10, 30, 60]) {
  const rows = people(COUNT, empty);
  for (const [name, content] of [["list.csv", Buffer.from(csv(rows))], ["list.xlsx", workbook(rows)]]) {
    const all = [];
    const slow = [];
    for (let nth = 0; nth < runs; nth += 1) {
      all.push(await once(name, content, 1));
      slow.push(await once(name, content, SLOW));
    }
    const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
    const spent = median(all.map((it) => it.spent));
    const clock = median(all.map((it) => it.clock));
    const held = median(slow.map((it) => it.clock));
    const size = `${name.split(".")[1].toUpperCase()}, ${(content.length / 1e6).toFixed(1)} MB`;
    console.log(`| ${empty} % of the cells empty | ${size} | ${seconds(clock)} | ${seconds(clock * SLOW)} | ${seconds(spent)} | ${seconds(spent * SLOW)} | ${seconds(held)} |`);
  }
}
await browser.close();
