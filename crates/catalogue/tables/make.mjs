// Makes the tables beside this file: `npm install --no-save pinyin-pro@3.29.4 opencc-js@1.4.2`
// in any folder, then `node make.mjs FOLDER/node_modules`.
//
// pinyin.txt       a line for each syllable without its tone (ü is v): `dian 典店电…`
// traditional.txt  traditional characters, each followed by its simplified one: `電电…`
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
const bySyllable = new Map();
for (const character of characters) {
  for (const reading of pinyin(character, { multiple: true, type: "array", toneType: "none" })) {
    const syllable = reading.replaceAll("ü", "v");
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
