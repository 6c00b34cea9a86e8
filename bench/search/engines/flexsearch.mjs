// FlexSearch with its set of characters for Chinese, all fields in one.
import { Charset, Index } from "flexsearch";
import { passes } from "../rows.mjs";
import { cut, joined } from "./cutting.mjs";

const make = () => new Index({ encoder: Charset.CJK, tokenize: "strict" });
let rows;

export const name = "FlexSearch, Charset.CJK";
export function build(all) {
  rows = all;
  const index = make();
  for (const row of all) index.add(row.id, joined(row));
  return index;
}
export function find(index, text, filter, limit) {
  const most = limit === undefined || filter ? 1_000_000 : limit;
  return cut(index.search(text, { limit: most }), rows, filter, limit, passes);
}
export function save(index) {
  const parts = {};
  index.export((key, value) => {
    parts[key] = value;
  });
  return Buffer.from(JSON.stringify(parts));
}
export function load(bytes) {
  const index = make();
  for (const [key, value] of Object.entries(JSON.parse(bytes.toString()))) index.import(key, value);
  return index;
}
