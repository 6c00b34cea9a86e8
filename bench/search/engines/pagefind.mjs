// Pagefind: its command makes the index, its browser module searches it, here with files in the
// place of a server. It gives a result's address only when that result's own file is read, so a
// hit is known by the order of records within the index.
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { passes } from "../rows.mjs";

let folder;
export const name = "Pagefind";
/** Above this it writes a file for each of hundreds of thousands of records. */
export const most = 20_000;

export async function build(rows) {
  folder = mkdtempSync(join(tmpdir(), "pagefind-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { index } = await createIndex({ forceLanguage: "zh" });
  for (const row of rows) {
    const content = [row.title, row.occupation, ...row.skills, row.provider].join("。");
    const filters = { district: [row.district], level: [row.level] };
    const { errors } = await index.addCustomRecord({ url: `/${row.id}`, content, language: "zh", meta: { title: row.title }, filters });
    if (errors.length > 0) throw new Error(errors.join("; "));
  }
  await index.writeFiles({ outputPath: folder });
  await close();
  return start();
}

async function start() {
  globalThis.window ??= globalThis;
  globalThis.location ??= new URL("file:///");
  globalThis.document ??= { querySelector: () => ({ getAttribute: () => "zh" }), currentScript: null };
  globalThis.fetch = async (address) => new Response(readFileSync(new URL(String(address), `file://${folder}/`)));
  const script = join(folder, `pagefind-${Date.now()}.mjs`);
  copyFileSync(join(folder, "pagefind.js"), script);
  const pagefind = await import(script);
  await pagefind.options({ basePath: `${folder}/`, baseUrl: "/" });
  await pagefind.init();
  return pagefind;
}

let rows;
export const prepare = (all) => {
  rows = all;
};

/** It has no ids before a result's file is read: that is part of finding, as far as the page goes. */
export async function find(pagefind, text, filter, limit) {
  const filters = {};
  if (filter?.district) filters.district = filter.district;
  if (filter?.level) filters.level = filter.level;
  const { results } = await pagefind.search(text, { filters });
  const page = limit === undefined || filter?.most ? results : results.slice(0, limit);
  const ids = [];
  for (const result of page) ids.push(Number((await result.data()).raw_url.slice(1)));
  const left = filter?.most ? ids.filter((id) => passes(rows[id], filter)) : ids;
  return limit === undefined ? left : left.slice(0, limit);
}

/** Every file that a visitor may have to fetch, the script and its WebAssembly aside. */
export function save() {
  const parts = [];
  const add = (path) => {
    for (const entry of readdirSync(path)) {
      const inner = join(path, entry);
      if (statSync(inner).isDirectory()) add(inner);
      else if (/\.pf_|entry\.json$/.test(entry)) parts.push(readFileSync(inner));
    }
  };
  add(folder);
  return Buffer.concat(parts);
}
/** Its files are compressed as they lie there. */
export const packed = true;
export const load = () => start();
