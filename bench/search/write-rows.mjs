// node write-rows.mjs COUNT…: rows and queries as files beside this one, for every engine.
import { writeFileSync } from "node:fs";
import { answers, courses, queries } from "./rows.mjs";

const write = (name, text) => writeFileSync(new URL(name, import.meta.url), text);

for (const count of process.argv.slice(2).map(Number)) {
  const rows = courses(count);
  write(`rows-${count}.json`, JSON.stringify(rows));
  const line = (it) => [it.title, it.occupation, it.skills.join("、"), it.provider, it.district, it.level, it.price].join("\t");
  write(`rows-${count}.tsv`, rows.map(line).join("\n"));
  const asked = queries().map((query) => ({ ...query, answers: answers(rows, query) }));
  write(`queries-${count}.json`, JSON.stringify(asked));
  const flat = ({ way, text, filter = {} }) => [way, text, filter.district ?? "", filter.level ?? "", filter.most ?? ""].join("\t");
  write(`queries-${count}.tsv`, asked.map(flat).join("\n"));
}
