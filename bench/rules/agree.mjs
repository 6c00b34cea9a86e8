// node agree.mjs NATIVE: do all engines give the specification's figures for everybody?
// NATIVE is what `bench-rules PACK PEOPLE figures` printed. Nothing is timed before this.
import { readFileSync } from "node:fs";
import { engines } from "./engines.mjs";
import { all } from "./people.mjs";
import { figures, outputs } from "./spec.mjs";

const people = all();
const expected = people.map(figures);

function compare(name, given) {
  for (const [person, row] of given.entries()) {
    for (const [index, figure] of row.entries()) {
      const wanted = expected[person][index];
      // A rival may compute in binary fractions: to the fen is near enough.
      if (!(Math.abs(Number(figure) - wanted) < 0.005)) {
        throw new Error(`${name}: ${outputs[index]} of person ${person} is ${figure}, not ${wanted}: ${JSON.stringify(people[person])}`);
      }
    }
  }
  if (given.length !== people.length) throw new Error(`${name}: ${given.length} people instead of ${people.length}`);
  console.log(`  ${name}: agrees on ${given.length} people`);
}

for (const open of Object.values(engines)) {
  const engine = await open();
  const loaded = await engine.load();
  const rows = [];
  if (engine.take) {
    engine.take(loaded, people);
    for (const person of people.keys()) rows.push(engine.figures(loaded, person));
  } else {
    for (const person of people) rows.push(await engine.evaluate(loaded, engine.prepare(person)));
  }
  compare(engine.name, rows);
}
const native = JSON.parse(readFileSync(process.argv[2], "utf8"));
compare("ours, native", native.ours);
compare("ours for figures alone, native", native.figures);
compare("Rust by hand, native", native.by_hand);
