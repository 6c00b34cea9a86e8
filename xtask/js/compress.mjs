// Writes `name.br` (brotli 11) and `name.gz` (gzip 9) beside every file of a folder that gains by it.
// Node's zlib is native code that every set-up has; the same in Rust would cost a fresh clone a minute.
//
//   node xtask/js/compress.mjs FOLDER
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, gzip } from "node:zlib";

const text = new Set([".html", ".css", ".js", ".mjs", ".json", ".svg", ".txt", ".xml", ".webmanifest"]);
const binary = new Set([".wasm", ".pack", ".part", ".ico"]);

// Brotli. What stands before `shell` can be unpacked before anything behind it has arrived: the
// server sends it first, and the browser paints it.
async function brotli(content, shell, params) {
  if (shell < 0) return promisify(brotliCompress)(content, { params });
  const stream = createBrotliCompress({ params });
  const parts = [];
  stream.on("data", (part) => parts.push(part));
  stream.write(content.subarray(0, shell));
  await new Promise((resolve) => stream.flush(constants.BROTLI_OPERATION_FLUSH, resolve));
  const first = Buffer.concat(parts).length;
  // With the head of the answer it must fit into what crates/server/src/files/body.rs sends by itself.
  if (first > 3000) throw new Error(`the shell takes ${first} bytes of at most 3000`);
  const end = new Promise((resolve, reject) => stream.on("end", resolve).on("error", reject));
  stream.end(content.subarray(shell));
  await end;
  return Buffer.concat(parts);
}

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node xtask/js/compress.mjs FOLDER");
  process.exit(2);
}

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

await Promise.all(files.filter((file) => [".br", ".gz"].includes(extname(file))).map((file) => rm(file)));

await Promise.all(
  files.map(async (file) => {
    const extension = extname(file);
    if (!text.has(extension) && !binary.has(extension)) return;
    const content = await readFile(file);
    const shell = extension === ".html" ? content.indexOf("<!-- The shell ends here. -->") : -1;
    const mode = text.has(extension) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC;
    const [br, gz] = await Promise.all([
      brotli(content, shell, {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_MODE]: mode,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      }),
      promisify(gzip)(content, { level: 9 }),
    ]);
    if (br.length < content.length) await writeFile(`${file}.br`, br);
    if (gz.length < content.length) await writeFile(`${file}.gz`, gz);
  }),
);
