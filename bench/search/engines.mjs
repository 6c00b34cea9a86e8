// All engines by the word that names them on the command line.
//
// Every engine indexes title, occupation, skills and provider and filters by district, level and
// price. `build(rows)` and `find(engine, text, filter, limit)` may be asynchronous; `find` gives
// ids, best first, all of them without a limit. `save` gives what would be shipped, `load` reads it.
export const engines = {
  ours: async () => (await import("./engines/ours.mjs")).engine("ours, wasm (opt-level 3)", process.env.BENCH_WASM),
  "ours-small": async () => (await import("./engines/ours.mjs")).engine("ours, wasm (opt-level z, as in the app)", process.env.BENCH_WASM_SMALL),
  minisearch: async () => (await import("./engines/minisearch.mjs")).bigrams,
  "minisearch-default": async () => (await import("./engines/minisearch.mjs")).standard,
  flexsearch: () => import("./engines/flexsearch.mjs"),
  orama: () => import("./engines/orama.mjs"),
  fuse: () => import("./engines/fuse.mjs"),
  pagefind: () => import("./engines/pagefind.mjs"),
  scan: () => import("./engines/scan.mjs"),
};
