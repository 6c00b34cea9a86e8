// The tables of data/shanghai/catalogue, for tests that compare a page with them.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const DATA = resolve(dirname(fileURLToPath(import.meta.url)), "../../data/shanghai");

/** The rows of a table, each an object by column; quotes as RFC 4180 has them. */
export function rows(name) {
  const text = readFileSync(resolve(DATA, `catalogue/${name}.csv`), "utf8").replace(/^\uFEFF/, "");
  const table = [];
  let row = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (c === '"') {
      quoted = !quoted;
    } else if (!quoted && c === ",") {
      row.push(cell);
      cell = "";
    } else if (!quoted && c === "\n") {
      table.push([...row, cell]);
      row = [];
      cell = "";
    } else if (c !== "\r") {
      cell += c;
    }
  }
  if (cell || row.length) table.push([...row, cell]);
  const [head, ...body] = table;
  return body.map((cells) => Object.fromEntries(head.map((column, nth) => [column, cells[nth]])));
}
