// Makes queries.csv: 200 queries about occupations and majors, each with the right answers,
// derived from the tables in data/shanghai/catalogue and from pinyin-pro and OpenCC, never from
// our own index.
//
//   npm install --no-save pinyin-pro@3.29.4 opencc-js@1.4.2     (in any folder)
//   node make.mjs FOLDER/node_modules
//
// Which answers are right:
//   chinese      a whole name: the records of that name; a part of two to four characters: those
//                whose name has it, ten at most
//   pinyin       the same, by the reading of whole names in their context
//   initials     the records whose name has these first letters
//   traditional  the records of the name that was written in traditional characters
//   typo         the records of the name in which one character (of pinyin: one letter) was
//                changed, left out, added or (of pinyin) swapped with its neighbour
//   synonym      the occupations at which synonyms.csv has the word
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const packages = resolve(process.argv[2] ?? "node_modules");
const { pinyin } = await import(join(packages, "pinyin-pro/dist/index.mjs"));
const OpenCC = await import(join(packages, "opencc-js/dist/esm/full.js"));
const traditional = OpenCC.Converter({ from: "cn", to: "t" });

const here = import.meta.dirname;
const tables = join(here, "../../../../data/shanghai/catalogue");

/** The rows of a table; none of the columns used here has a quoted comma. */
function table(name, columns) {
  const [head, ...lines] = readFileSync(join(tables, name), "utf8").trim().split(/\r?\n/);
  const at = columns.map((column) => head.split(",").indexOf(column));
  return lines.map((line) => at.map((index) => line.split(",")[index]));
}

const letters = (text) => pinyin(text, { toneType: "none", type: "array", v: true }).join("").toLowerCase();
const initials = (text) => pinyin(text, { pattern: "first", toneType: "none", type: "array" }).join("").toLowerCase();
const isHan = (name) => /^\p{Script=Han}+$/u.test(name);
const records = (name) =>
  table(name, ["code", "name"])
    .filter(([, title]) => isHan(title))
    .map(([code, title]) => ({ code, name: title, letters: letters(title), initials: initials(title) }));
const kinds = { occupation: records("occupations.csv"), major: records("majors.csv") };

// A small generator with a seed (mulberry32): the same queries every time.
let state = 20261123;
function random(below) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
}
const pick = (list) => list[random(list.length)];

const rows = [];
const used = new Set();
/** Adds a query if it is new and has one to ten answers. */
function add(way, kind, query, right) {
  const answers = kinds[kind].filter(right).map((it) => it.code);
  if (used.has(query) || answers.length < 1 || answers.length > 10) return false;
  used.add(query);
  rows.push([way, kind, query, answers.join("|")]);
  return true;
}
/** Tries until `count` queries were added; every third is about majors. */
function fill(count, attempt) {
  let added = 0;
  for (let tries = 0; added < count && tries < 10_000; tries += 1) {
    const kind = added % 3 === 2 ? "major" : "occupation";
    if (attempt(kind, pick(kinds[kind]))) added += 1;
  }
}

const part = (name) => {
  const characters = [...name];
  const length = Math.min(2 + random(3), characters.length);
  const begin = random(characters.length - length + 1);
  return characters.slice(begin, begin + length).join("");
};
const sameName = (name) => (it) => it.name === name;

fill(20, (kind, { name }) => add("chinese", kind, name, sameName(name)));
fill(30, (kind, { name }) => {
  const infix = part(name);
  return add("chinese", kind, infix, (it) => it.name.includes(infix));
});
fill(20, (kind, it) => add("pinyin", kind, it.letters, (other) => other.letters === it.letters));
fill(20, (kind, { name }) => {
  const begin = letters([...name].slice(0, 2 + random(2)).join(""));
  // The name's own reading must begin so: a reading may change with its context.
  const starts = (it) => it.letters.startsWith(begin) && [...it.name].some((_, at) => letters([...it.name].slice(0, at + 1).join("")) === begin);
  return add("pinyin", kind, begin, starts);
});
fill(30, (kind, it) => [...it.name].length > 2 && add("initials", kind, it.initials, (other) => other.initials === it.initials));
fill(20, (kind, { name }) => traditional(name) !== name && add("traditional", kind, traditional(name), sameName(name)));
fill(20, (kind, { name }) => {
  const characters = [...name];
  if (characters.length < 4) return false;
  const at = random(characters.length);
  const other = pick([...pick(kinds.occupation).name]);
  if (other === characters[at]) return false;
  const how = random(3);
  characters.splice(at, how === 2 ? 0 : 1, ...(how === 0 ? [] : [other]));
  return add("typo", kind, characters.join(""), sameName(name));
});
fill(10, (kind, it) => {
  const typed = [...it.letters];
  const at = random(typed.length - 1);
  const how = random(4);
  if (how === 0) typed.splice(at, 1);
  else if (how === 1) typed.splice(at, 0, String.fromCharCode(97 + random(26)));
  else if (how === 2) typed[at] = String.fromCharCode(97 + random(26));
  else [typed[at], typed[at + 1]] = [typed[at + 1], typed[at]];
  const query = typed.join("");
  return query !== it.letters && add("typo", kind, query, (other) => other.letters === it.letters);
});

const synonyms = table("synonyms.csv", ["occupation", "word"]);
for (let added = 0; added < 30;) {
  const [, word] = pick(synonyms);
  const codes = new Set(synonyms.filter(([, it]) => it === word).map(([code]) => code));
  if (add("synonym", "occupation", word, (it) => codes.has(it.code))) added += 1;
}

writeFileSync(join(here, "queries.csv"), `way,kind,query,answers\n${rows.map((row) => row.join(",")).join("\n")}\n`);
console.log(rows.length, "queries");
