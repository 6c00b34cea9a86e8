// Makes the tables beside this file: `npm install --no-save pinyin-pro@3.29.4 @pinyin-pro/data@1.3.1 opencc-js@1.4.2`
// in any folder, then `node make.mjs FOLDER/node_modules`.
//
// pinyin.txt       a line for each syllable without its tone (ü is v): `dian 典店电…`
// traditional.txt  traditional characters, each followed by its simplified one: `電电…`
//
// A reading of a character that pinyin-pro gives is kept if it is the first one, or if it is the
// one in at least 2 words of its dictionary of modern Chinese and in a fiftieth of those with the
// character: 石 is shi here, not dan, which would make every 石 a 单.
//
// The characters are those of GB 2312 and the simplified ones of OpenCC. A character that GB 2312
// has itself (著, 乾) is not folded: simplified texts use it too.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const packages = resolve(process.argv[2] ?? "node_modules");
const { pinyin } = await import(join(packages, "pinyin-pro/dist/index.mjs"));
const dictionary = join(packages, "opencc-js/dist/esm-lib/dict");
if (!readdirSync(dictionary).includes("TSCharacters.js")) throw new Error("no TSCharacters");
const pairs = (await import(join(dictionary, "TSCharacters.js"))).default;

const gb2312 = new Set();
const decoder = new TextDecoder("gb18030");
for (let row = 0xb0; row <= 0xf7; row += 1) {
  for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
    const character = decoder.decode(Uint8Array.of(row, cell));
    if (/^\p{Script=Han}$/u.test(character)) gb2312.add(character);
  }
}

const folded = pairs
  .split("|")
  .map((pair) => pair.split(" "))
  .map(([from, to]) => [from, to])
  .filter(([from, to]) => [...from].length === 1 && [...to].length === 1 && from !== to)
  .filter(([from]) => !gb2312.has(from))
  .filter(([from, to]) => from.codePointAt(0) < 0x10000 && to.codePointAt(0) < 0x10000)
  .sort(([a], [b]) => a.codePointAt(0) - b.codePointAt(0));

const characters = [...new Set([...gb2312, ...folded.map(([, to]) => to)])].sort();
// How often a character is read how in words.
const heard = new Map();
const words = JSON.parse(readFileSync(join(packages, "@pinyin-pro/data/json/modern.json"), "utf8"));
for (const [word, [spelling]] of Object.entries(words)) {
  const readings = spelling.split(" ").map(plain);
  for (const [place, character] of [...word].entries()) {
    const counts = heard.get(character) ?? new Map();
    counts.set(readings[place], (counts.get(readings[place]) ?? 0) + 1);
    heard.set(character, counts);
  }
}

/** A reading without its tone: `lǜ` is `lv`. */
function plain(reading) {
  const marked = reading.normalize("NFD").replaceAll("u\u0308", "v");
  return marked.replaceAll(/[\u0300-\u036f]/g, "");
}

function isUsual(character, reading, place) {
  const counts = heard.get(character) ?? new Map();
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const times = counts.get(reading) ?? 0;
  return place === 0 || (times >= 2 && times * 50 >= all);
}

const bySyllable = new Map();
for (const character of characters) {
  const readings = pinyin(character, { multiple: true, type: "array", toneType: "none" });
  for (const [place, reading] of readings.entries()) {
    if (!isUsual(character, plain(reading), place)) continue;
    const syllable = plain(reading);
    if (!/^[a-z]{1,6}$/.test(syllable)) continue;
    const group = bySyllable.get(syllable) ?? new Set();
    bySyllable.set(syllable, group.add(character));
  }
}
const lines = [...bySyllable]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, group]) => `${syllable} ${[...group].join("")}`);
const here = import.meta.dirname;
writeFileSync(join(here, "pinyin.txt"), `${lines.join("\n")}\n`);

const rows = [];
for (let at = 0; at < folded.length; at += 20) {
  rows.push(folded.slice(at, at + 20).flat().join(""));
}
writeFileSync(join(here, "traditional.txt"), `${rows.join("\n")}\n`);
console.log(lines.length, "syllables,", characters.length, "characters,", folded.length, "folded");
