// node judged.mjs TABLES QUERIES OURS: recall among the first ten and mean reciprocal rank of
// every engine on the judged queries (crates/catalogue/tests/judged), as a line of JSON. The peers
// get the synonyms as a text of their own; ours was asked beforehand (OURS has its answers).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { engines } from "./engines.mjs";

const [tables, queriesFile, oursFile] = process.argv.slice(2);
const table = (path) => {
  const [head, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell])));
};
const words = new Map();
for (const { occupation, word } of table(join(tables, "synonyms.csv"))) words.set(occupation, [...(words.get(occupation) ?? []), word]);
const record = (row, id) => ({
  id, code: row.code, title: row.name, occupation: (words.get(row.code) ?? []).join(" "),
  skills: (row.work_types ?? "").split("|").filter(Boolean), provider: "", district: "", level: "", price: 0,
});
const kinds = { occupation: table(join(tables, "occupations.csv")).map(record), major: table(join(tables, "majors.csv")).map(record) };
const queries = table(queriesFile).map((row) => ({ ...row, right: row.answers.split("|") }));

/** Recall and rank for each way of typing, from the codes found. */
function judge(found) {
  const sums = {};
  queries.forEach(({ way, right }, nth) => {
    const codes = found[nth];
    const first = codes.findIndex((code) => right.includes(code));
    const sum = (sums[way] ??= { queries: 0, recall: 0, rank: 0 });
    sum.queries += 1;
    sum.recall += right.filter((code) => codes.includes(code)).length / right.length;
    sum.rank += first < 0 ? 0 : 1 / (first + 1);
  });
  return Object.fromEntries(Object.entries(sums).map(([way, it]) => [way, { recall: it.recall / it.queries, rank: it.rank / it.queries }]));
}

const results = { ours: judge(JSON.parse(readFileSync(oursFile, "utf8"))) };
for (const word of Object.keys(engines).filter((it) => !it.startsWith("ours") && it !== "scan")) {
  const found = [];
  // One kind after the other: the adapters hold the rows of the last index that was built.
  for (const [kind, rows] of Object.entries(kinds)) {
    const engine = await engines[word]();
    engine.prepare?.(rows);
    const index = await engine.build(rows);
    for (const [nth, query] of queries.entries()) {
      if (query.kind !== kind) continue;
      const ids = await engine.find(index, query.query, undefined, 10);
      found[nth] = [...ids].map((id) => rows[id].code);
    }
    results[engine.name] = null;
  }
  results[(await engines[word]()).name] = judge(found);
}
console.log(JSON.stringify(results));
process.exit(0);
