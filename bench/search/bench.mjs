// node bench.mjs SECONDS: runs every engine on every number of rows, each in a process of its own,
// and prints Markdown tables. Run by `cargo xtask bench search`, which sets BENCH_WASM,
// BENCH_WASM_SMALL, BENCH_NATIVE, BENCH_ROOT, BENCH_RUSTC, BENCH_FOLDER and CHROMIUM.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { engines } from "./engines.mjs";

const [seconds] = process.argv.slice(2);
const { BENCH_NATIVE, BENCH_ROOT, BENCH_RUSTC } = process.env;
const here = new URL(".", import.meta.url);
const COUNTS = [2_000, 20_000, 200_000];

/** A command's output as JSON; what failed, as `{ failed }`. */
function output(program, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: here, encoding: "utf8", maxBuffer: 1e9, timeout: 900_000, ...options });
  if (status === 0) return JSON.parse(stdout);
  return { failed: /heap out of memory/.test(stderr) ? "out of memory" : status === null ? "over 15 minutes" : stderr.trim().split("\n").at(-1) };
}

const number = (value, digits = 3) => (value === null || value === undefined ? "–" : value >= 1000 ? Math.round(value).toLocaleString("en") : Number(value.toPrecision(digits)).toString());
const time = (ms) => (ms === null || ms === undefined ? "–" : ms < 1 ? `${number(ms * 1000)} µs` : ms < 10_000 ? `${number(ms)} ms` : `${number(ms / 1000)} s`);
const kilo = (bytes) => (bytes ? `${number(bytes / 1000)} kB` : "–");
const share = (value) => (value === null || value === undefined ? "–" : value.toFixed(2));

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, here), "utf8")).version;
const peers = Object.keys(JSON.parse(readFileSync(new URL("package.json", here), "utf8")).devDependencies);
console.log(`${peers.map((it) => `${it} ${version(it)}`).join(", ")}; Node ${process.versions.node}, V8 ${process.versions.v8}; ${BENCH_RUSTC}; ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} at the beginning.`);

const results = new Map();
for (const count of COUNTS) {
  console.log(`\n### ${count.toLocaleString("en")} rows\n`);
  console.log("| engine | build | load | size, brotli 11 | p50 | p95 | recall | p50, all queries | p95, all queries | pinyin | initials | typo |");
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const word of Object.keys(engines)) {
    process.stderr.write(`  ${count} rows: ${word}\n`);
    const { most, name } = await engines[word]();
    if (most && count > most) {
      console.log(`| ${name} | not run: it writes a file for every row | | | | | | | | | | |`);
      continue;
    }
    const it = output("node", ["--expose-gc", "--max-old-space-size=12000", "run.mjs", word, String(count), seconds]);
    if (it.failed) {
      console.log(`| ${name} | ${it.failed} | | | | | | | | | | |`);
      continue;
    }
    results.set(`${word} ${count}`, it);
    const size = it.size ? `${kilo(it.size.brotli)}${it.size.quality === 5 ? " (quality 5)" : it.size.quality === null ? " (as its files lie)" : ""}` : "–";
    const ways = ["pinyin", "initials", "typo"].map((way) => share(it.ways[way].recall));
    const { chinese, all } = it;
    console.log(`| ${[it.name, time(it.build), time(it.load), size, time(chinese.p50), time(chinese.p95), share(chinese.recall), time(all.p50), time(all.p95), ...ways].join(" | ")} |`);
  }
  const native = output(BENCH_NATIVE, ["time", `rows-${count}.tsv`, `queries-${count}.tsv`, "10"]);
  results.set(`native ${count}`, native);
  const [all, typo] = [native.ways.all, native.ways.typo].map((it) => [it.p50_ns / 1e6, it.p95_ns / 1e6].map(time));
  console.log(`\nNative: built in ${time(native.build_ns / 1e6)}; all queries p50 ${all[0]}, p95 ${all[1]}; with a typing error p50 ${typo[0]}, p95 ${typo[1]}.`);
}

console.log("\n### The judged queries\n");
writeFileSync(new URL("ours.json", here), JSON.stringify(output(BENCH_NATIVE, ["judged", `${BENCH_ROOT}/data/shanghai`, `${BENCH_ROOT}/crates/catalogue/tests/judged/queries.csv`])));
const judged = output("node", ["judged.mjs", `${BENCH_ROOT}/data/shanghai/catalogue`, `${BENCH_ROOT}/crates/catalogue/tests/judged/queries.csv`, "ours.json"]);
const ways = Object.keys(judged.ours);
console.log(`| recall@10, MRR | ${ways.join(" | ")} |`);
console.log(`| --- | ${ways.map(() => "---").join(" | ")} |`);
for (const [name, result] of Object.entries(judged)) {
  if (result) console.log(`| ${name} | ${ways.map((way) => `${share(result[way].recall)}, ${share(result[way].rank)}`).join(" | ")} |`);
}

process.stderr.write("  in Chromium, slowed down four times\n");
const browser = output("node", ["browser.mjs"], { cwd: `${BENCH_ROOT}/bench/search` });
console.log("\n### A keystroke in Chromium, the processor slowed down four times\n");
if (browser.failed) console.log(`Not measured: ${browser.failed}`);
else console.log(`20,000 rows, ${browser.keystrokes} beginnings of the queries, found, counted for every value of three facets and the first 20 explained, medians of 7 rounds each: p50 ${time(browser.p50)}, p95 ${time(browser.p95)}, p99 ${time(browser.p99)}, worst ${time(browser.worst)} (${browser.slowest.map(([, text]) => `\`${text}\``).join(", ")}); the longest single one, interruptions included, ${time(browser.single)}. The index is built in ${time(browser.build)}.`);

const [ours, flex, mini, standard, large] = ["ours 20000", "flexsearch 20000", "minisearch 20000", "minisearch-default 20000", "native 200000"].map((it) => results.get(it));
const rows = [];
const add = (aim, measured, met) => rows.push(`| ${aim} | ${measured} | ${met ? "met" : "**not met**"} |`);
if (ours && flex) add("5 times FlexSearch's speed at 20,000 (p50, Chinese)", `${number(flex.chinese.p50 / ours.chinese.p50)} times`, flex.chinese.p50 >= 5 * ours.chinese.p50);
if (ours && mini) add("a quarter of MiniSearch's index at 20,000 (pairs of characters, which finds as much)", `${share(ours.size.brotli / mini.size.brotli)}`, ours.size.brotli * 4 <= mini.size.brotli);
if (ours && standard) add("the same against MiniSearch as it comes (which misses what stands within a title)", `${share(ours.size.brotli / standard.size.brotli)}`, ours.size.brotli * 4 <= standard.size.brotli);
if (!browser.failed) add("a keystroke within 16 ms in Chromium at 4 times slowdown, 20,000 rows", `worst median ${time(browser.worst)}, worst single ${time(browser.single)}`, browser.worst <= 16);
if (large) add("2 ms at 200,000 rows, native (p95)", time(large.ways.all.p95_ns / 1e6), large.ways.all.p95_ns <= 2e6);
console.log(`\n| aim | measured | |\n| --- | --- | --- |\n${rows.join("\n")}`);
