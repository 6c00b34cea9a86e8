// node run.mjs ENGINE CASE MILLISECONDS: the median time for one person, and the mean
// processor time of all threads, as a JSON line.
// CASE is all, half or none: how much is known. Handing the answers over is not timed.
import { engines } from "./engines.mjs";
import { cases } from "./people.mjs";

/** The same for all engines: people differ, and a median over fewer would leave out the costly ones. */
const AT_A_TIME = 100;

const [word, known, milliseconds] = process.argv.slice(2);
const engine = await engines[word]();
const people = cases[known]();
const now = () => Number(process.hrtime.bigint());

const loadBegun = now();
let loaded = await engine.load();
const cold = now() - loadBegun;
const loads = [];
for (let round = 0; round < 9; round += 1) {
  const begun = now();
  loaded = await engine.load();
  loads.push(now() - begun);
}

/** Evaluates `count` people from `first` on. */
let evaluate;
if (engine.take) {
  engine.take(loaded, people);
  evaluate = (first, count) => engine.run(loaded, first, count);
} else {
  const prepared = people.map(engine.prepare);
  evaluate = async (first, count) => {
    for (let person = first; person < first + count; person += 1) await engine.evaluate(loaded, prepared[person % prepared.length]);
  };
  // An `await` costs more than the fastest engines: those that need none get none.
  if (engine.evaluate.constructor.name !== "AsyncFunction") {
    let sink = 0;
    evaluate = (first, count) => {
      for (let person = first; person < first + count; person += 1) sink += Number(engine.evaluate(loaded, prepared[person % prepared.length])[12]) || 0;
      return sink;
    };
  }
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
let refused = false;
let cpu = null;
const times = [];
try {
  // A round of them before the clock starts: just-in-time compilers need it.
  await evaluate(0, AT_A_TIME);
  const end = now() + Number(milliseconds) * 1e6;
  const before = process.cpuUsage();
  for (let first = 0; now() < end || times.length < 3; first += AT_A_TIME) {
    const begun = now();
    await evaluate(first % people.length, AT_A_TIME);
    times.push((now() - begun) / AT_A_TIME);
  }
  const { user, system } = process.cpuUsage(before);
  cpu = ((user + system) * 1000) / (times.length * AT_A_TIME);
} catch {
  refused = true;
}
console.log(JSON.stringify({ name: engine.name, unknown: engine.unknown, refused, load_ns: Math.round(median(loads)), cold_load_ns: Math.round(cold), person_ns: refused ? null : Math.round(median(times) * 1000) / 1000, cpu_ns: cpu }));
process.exit(0);
