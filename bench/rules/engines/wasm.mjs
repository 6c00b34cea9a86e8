// The wasm module of `engine/`: our engine and the rules by hand behind one interface.
// People are handed over all at once as a table of numbers; see engine/src/exports.rs.
import { readFileSync } from "node:fs";
import { numbers } from "../people.mjs";
import { outputs } from "../spec.mjs";

const CONTENDERS = { ours: 0, "by-hand": 1, figures: 2 };

/** An engine of the module at `path`: `ours` (statuses, ranges,
 * missing answers, best sum), `figures` (the same engine for figures alone) or `by-hand`. */
export function engine(name, path, contender) {
  const index = CONTENDERS[contender];
  /** The memory may grow and move at every call: it is looked at afterwards. */
  const write = (exports, bytes) => {
    const place = exports.room(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  };
  return {
    name,
    unknown: { ours: "exact ranges and what is missing", figures: "taken as the smallest answer", "by-hand": "taken as 0" }[contender],
    load() {
      const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {});
      write(exports, readFileSync(process.env.BENCH_PACK));
      if (!exports.load_pack()) throw new Error(`${name}: the pack is refused`);
      return exports;
    },
    take(exports, people) {
      write(exports, new Uint8Array(numbers(people).buffer));
      if (!exports.load_people()) throw new Error(`${name}: the people are refused`);
    },
    figures(exports, person) {
      const place = exports.figures(index, person);
      return [...new BigInt64Array(exports.memory.buffer, place, outputs.length)].map(Number);
    },
    run: (exports, first, count) => exports.run(index, first, count),
  };
}
