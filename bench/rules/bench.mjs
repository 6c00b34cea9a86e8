// node bench.mjs ROUNDS MILLISECONDS: times every engine in turn, several rounds, and prints
// medians and ratios as Markdown tables. Run by `cargo xtask bench rules`, which sets
// BENCH_PACK, BENCH_WASM, BENCH_WASM_SMALL, BENCH_NATIVE and BENCH_RUSTC.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { engines } from "./engines.mjs";
import { cases } from "./people.mjs";

const [rounds, milliseconds] = process.argv.slice(2);
const { BENCH_PACK, BENCH_WASM, BENCH_WASM_SMALL, BENCH_NATIVE, BENCH_RUSTC } = process.env;
const here = new URL(".", import.meta.url);

function output(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: here, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}`);
  return JSON.parse(stdout);
}

/** name -> case -> measurements, one a round */
const measured = new Map();
function note(name, known, measurement) {
  if (!measured.has(name)) measured.set(name, {});
  (measured.get(name)[known] ??= []).push(measurement);
}

for (let round = 1; round <= Number(rounds); round += 1) {
  for (const known of Object.keys(cases)) {
    process.stderr.write(`  round ${round} of ${rounds}: ${known}\n`);
    for (const word of Object.keys(engines)) {
      const it = output("node", "run.mjs", word, known, milliseconds);
      note(it.name, known, it);
    }
    const native = output(BENCH_NATIVE, BENCH_PACK, `${known}.bin`, milliseconds);
    note("ours, native", known, { load_ns: native.load_ns, person_ns: native.ours_ns, unknown: "exact ranges and what is missing" });
    note("ours for figures alone, native", known, { load_ns: null, person_ns: native.figures_ns, unknown: "taken as the smallest answer" });
    note("Rust by hand, native", known, { load_ns: null, person_ns: native.by_hand_ns, unknown: "taken as 0" });
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const time = (ns) => (ns === null || ns === undefined ? "–" : ns >= 1e6 ? `${(ns / 1e6).toPrecision(3)} ms` : ns >= 1e3 ? `${(ns / 1e3).toPrecision(3)} µs` : `${ns.toPrecision(3)} ns`);
const ratio = (value) => (value >= 10 ? Math.round(value).toLocaleString("en") : value.toPrecision(2));

/** Medians over the rounds, and how far the rounds lay apart. */
function summary(name, known) {
  const rows = measured.get(name)[known];
  const times = rows.map((it) => it.person_ns).filter((it) => it !== null && it !== undefined);
  return { ns: times.length ? median(times) : null, low: Math.min(...times), high: Math.max(...times), load: median(rows.map((it) => it.load_ns)), cpu: median(rows.map((it) => it.cpu_ns ?? null)), unknown: rows[0].unknown };
}

const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, here), "utf8")).version;
const rivals = Object.keys(JSON.parse(readFileSync(new URL("package.json", here), "utf8")).devDependencies);
console.log(`${rivals.map((it) => `${it} ${version(it)}`).join(", ")}; Node ${process.versions.node}, V8 ${process.versions.v8}; ${BENCH_RUSTC}.`);
console.log(`The pack is ${statSync(BENCH_PACK).size} bytes; the wasm modules are ${statSync(BENCH_WASM).size} (opt-level 3) and ${statSync(BENCH_WASM_SMALL).size} bytes (opt-level z).`);
console.log(`Medians of ${rounds} rounds of ${milliseconds} ms each; in brackets the rounds' smallest and largest. "Processor" is the mean time of all threads: it says more than the clock where the machine is busy.`);
console.log(`${availableParallelism()} cores; load ${loadavg()[2].toFixed(1)} over the last 15 minutes (1 for each busy thread).\n`);

console.log("| engine | load | all answered | half | none | processor, all | processor, half | what is not known |");
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
for (const name of measured.keys()) {
  const cells = Object.keys(cases).map((known) => {
    const it = summary(name, known);
    return it.ns === null ? "refuses" : `${time(it.ns)} (${time(it.low)}–${time(it.high)})`;
  });
  const { load, cpu, unknown } = summary(name, "all");
  console.log(`| ${name} | ${time(load)} | ${cells.join(" | ")} | ${time(cpu)} | ${time(summary(name, "half").cpu)} | ${unknown} |`);
}

const wasm = "ours, wasm (opt-level 3)", native = "ours, native";
console.log("\n| time divided by ours | all answered | half | none | processor, all | processor, half |");
console.log("| --- | --- | --- | --- | --- | --- |");
for (const name of measured.keys()) {
  if (name.startsWith("ours")) continue;
  const ours = name.includes("native") ? native : wasm;
  const cells = Object.keys(cases).map((known) => {
    const [it, mine] = [summary(name, known), summary(ours, known)];
    return it.ns === null ? "–" : ratio(it.ns / mine.ns);
  });
  const cpus = ["all", "half"].map((known) => {
    const [it, mine] = [summary(name, known).cpu, summary(ours, known).cpu];
    return it && mine ? ratio(it / mine) : "–";
  });
  console.log(`| ${name}, against ${ours} | ${[...cells, ...cpus].join(" | ")} |`);
}
const alone = "ours for figures alone";
const pairs = [[wasm, "wasm (opt-level 3)"], [`${alone}, wasm (opt-level 3)`, "wasm (opt-level 3)"], [native, "native"], [`${alone}, native`, "native"]];
for (const [ours, where] of pairs) {
  const hand = `Rust by hand, ${where}`;
  console.log(`\n${ours} takes ${ratio(summary(ours, "all").ns / summary(hand, "all").ns)} times as long as ${hand} with all answered.`);
}
