// A plain scan over all texts in JavaScript, ranking nothing.
import { passes } from "../rows.mjs";

let rows;
export const name = "plain scan, JavaScript";
export function build(all) {
  rows = all;
  return all.map((row) => [row.title, row.occupation, ...row.skills, row.provider].join("\n"));
}
export function find(texts, text, filter, limit) {
  const words = text.split(" ");
  const ids = [];
  for (let id = 0; id < texts.length; id += 1) {
    if (!words.every((word) => texts[id].includes(word)) || !passes(rows[id], filter)) continue;
    ids.push(id);
  }
  return limit === undefined ? ids : ids.slice(0, limit);
}
