// node --expose-gc run.mjs ENGINE COUNT SECONDS: one engine on one number of rows, a line of JSON.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { engines } from "./engines.mjs";

const [word, count, seconds] = process.argv.slice(2);
const file = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const engine = await engines[word]();
const rows = file(`rows-${count}.json`);
const queries = file(`queries-${count}.json`);
const now = () => Number(process.hrtime.bigint()) / 1e6;
const at = (values, share) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)];
const mean = (values) => (values.length ? values.reduce((a, b) => a + b) / values.length : null);

/** Times of something done several times, as long as it is not slow. */
async function repeated(work) {
  const times = [];
  let result;
  do {
    const prepared = await engine.prepare?.(rows);
    globalThis.gc?.();
    const begun = now();
    result = await work(prepared);
    times.push(now() - begun);
  } while (times.length < 5 && times[0] < 1500);
  return { result, time: at(times, 0.5) };
}

const { result: built, time: build } = await repeated((prepared) => engine.build(rows, prepared));
let index = built;
const saved = engine.save?.(index);
let load = null;
let size = null;
if (saved) {
  // Quality 11 takes minutes for the largest; those are packed at 5 and the table says so.
  const quality = Number(count) > 20_000 && saved.length > 20_000_000 ? 5 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: saved.length };
  size = { plain: saved.length, brotli: engine.packed ? saved.length : brotliCompressSync(saved, { params }).length, quality: engine.packed ? null : quality };
  const loaded = await repeated((prepared) => engine.load(saved, rows, prepared));
  load = loaded.time;
  index = loaded.result;
}

const ways = {};
const give = Number(seconds) * 1000;
let end = now() + 3 * give;
for (const { way, text, filter, answers } of queries) {
  const it = (ways[way] ??= { recall: [], times: [] });
  // The slowest are judged by fewer queries.
  if (answers.length === 0 || now() > end) continue;
  const right = new Set(answers);
  const found = await engine.find(index, text, filter);
  let hits = 0;
  for (const id of found) hits += right.has(id) ? 1 : 0;
  it.recall.push(hits / right.size);
}
end = now() + give;
for (let round = 0; round < 40 && now() < end; round += 1) {
  // Another order in each round, and all ways alike if the time is over before the end.
  for (let nth = 0; nth < queries.length && now() < end; nth += 1) {
    const { way, text, filter } = queries[(nth * 101 + round * 37) % queries.length];
    const begun = now();
    const found = engine.find(index, text, filter, 20);
    if (found instanceof Promise) await found;
    ways[way].times.push(now() - begun);
  }
}

const figures = (list) => ({
  p50: at(list.flatMap((way) => ways[way].times), 0.5) ?? null,
  p95: at(list.flatMap((way) => ways[way].times), 0.95) ?? null,
  recall: mean(list.flatMap((way) => ways[way].recall)),
});
const every = Object.keys(ways);
const chinese = ["two characters", "three or four"];
console.log(JSON.stringify({
  name: engine.name, count: Number(count), build, load, size,
  chinese: figures(chinese), all: figures(every),
  ways: Object.fromEntries(every.map((way) => [way, figures([way])])),
}));
process.exit(0);
