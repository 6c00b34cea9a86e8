// Our search as a wasm module; see engine/src/exports.rs for its interface.
import { readFileSync } from "node:fs";

const encoder = new TextEncoder();

/** Our search in the module at `path`. The rows are handed over as text. */
export function engine(name, path) {
  const put = (exports, bytes) => {
    const place = exports.room(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    return bytes.length;
  };
  const start = (count) => {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(path)), {});
    exports.lexicon(put(exports, readFileSync(new URL(`../rows-${count}.lexicon`, import.meta.url))));
    exports.rows(put(exports, readFileSync(new URL(`../rows-${count}.tsv`, import.meta.url))));
    return { exports, districts: new Map(), levels: new Map() };
  };
  const number = (values, rows, key) => {
    for (const row of rows) if (!values.has(row[key])) values.set(row[key], values.size);
  };
  const finish = (it, rows) => {
    number(it.districts, rows, "district");
    number(it.levels, rows, "level");
    return it;
  };
  return {
    name,
    prepare: (rows) => start(rows.length),
    build(rows, it) {
      it.exports.build();
      return finish(it, rows);
    },
    find({ exports, districts, levels }, text, filter, limit) {
      const length = put(exports, encoder.encode(text));
      const district = filter?.district ? districts.get(filter.district) : -1;
      const level = filter?.level ? levels.get(filter.level) : -1;
      const count = exports.search(length, district, level, filter?.most ?? -1, limit ?? 0x7fffffff);
      return new Uint32Array(exports.memory.buffer, exports.found() + 4, count);
    },
    save({ exports }) {
      const length = exports.write_index();
      return Buffer.from(exports.memory.buffer.slice(exports.written(), exports.written() + length));
    },
    load(bytes, rows, it) {
      if (!it.exports.read_index(put(it.exports, bytes))) throw new Error("our own index is refused");
      return finish(it, rows);
    },
  };
}
