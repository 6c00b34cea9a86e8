// Fuse.js, which compares every text with the query.
import Fuse from "fuse.js";
import { passes } from "../rows.mjs";
import { FIELDS, cut } from "./cutting.mjs";

const options = { keys: FIELDS, threshold: 0.3, ignoreLocation: true, minMatchCharLength: 2 };
let rows;

export const name = "Fuse.js, threshold 0.3";
export function build(all) {
  rows = all;
  return new Fuse(all, options, Fuse.createIndex(FIELDS, all));
}
export const find = (index, text, filter, limit) => cut(index.search(text).map(({ refIndex }) => refIndex), rows, filter, limit, passes);
export const save = (index) => Buffer.from(JSON.stringify(index.getIndex().toJSON()));
export const load = (bytes, all) => new Fuse(all, options, Fuse.parseIndex(JSON.parse(bytes.toString())));
