// node browser.mjs: our search in Chromium with the processor slowed down four times, at 20,000
// rows: a keystroke's results with the counts of all facets, without drawing them. A line of JSON.
// Run from the repository (playwright-core lies there); CHROMIUM and BENCH_FOLDER are set.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const COUNT = 20_000;
const folder = process.env.BENCH_FOLDER;
const served = {
  "/": ["text/html", "<!doctype html><title>search</title>"],
  "/module.wasm": ["application/wasm", readFileSync(process.env.BENCH_WASM_SMALL)],
  "/rows": ["text/plain", readFileSync(`${folder}/rows-${COUNT}.tsv`)],
  "/lexicon": ["application/octet-stream", readFileSync(`${folder}/rows-${COUNT}.lexicon`)],
};
const server = createServer((request, response) => {
  const [type, body] = served[request.url] ?? ["text/plain", ""];
  response.writeHead(200, { "content-type": type }).end(body);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
const texts = JSON.parse(readFileSync(`${folder}/queries-${COUNT}.json`, "utf8")).map(({ text }) => text);
// What somebody types, letter by letter.
const typed = [...new Set(texts.flatMap((text) => [...text].map((_, end) => [...text].slice(0, end + 1).join(""))))];
const measured = await page.evaluate(async (queries) => {
  const bytes = async (name) => new Uint8Array(await (await fetch(name)).arrayBuffer());
  const { instance: { exports } } = await WebAssembly.instantiate(await bytes("/module.wasm"), {});
  const put = (data) => {
    const place = exports.room(data.length);
    new Uint8Array(exports.memory.buffer, place, data.length).set(data);
    return data.length;
  };
  exports.lexicon(put(await bytes("/lexicon")));
  exports.rows(put(await bytes("/rows")));
  const begun = performance.now();
  exports.build();
  const build = performance.now() - begun;
  const encoder = new TextEncoder();
  // The median of several rounds for each: another program's turn is no keystroke's fault.
  const rounds = queries.map(() => []);
  for (let round = 0; round < 7; round += 1) {
    for (const [nth, query] of queries.entries()) {
      const before = performance.now();
      exports.browse(put(encoder.encode(query)), -1, -1, -1, 20);
      rounds[nth].push(performance.now() - before);
    }
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
  const slow = queries.map((query, nth) => [median(rounds[nth]), query]).sort((a, b) => b[0] - a[0]);
  const at = (share) => slow[Math.floor((slow.length - 1) * (1 - share))][0];
  const single = Math.max(...rounds.flat());
  return { build, keystrokes: queries.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1), single, slowest: slow.slice(0, 3) };
}, typed);
await browser.close();
server.close();
console.log(JSON.stringify(measured));
