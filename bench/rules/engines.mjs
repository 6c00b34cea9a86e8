// All engines by the word that names them on the command line.
import { engine as wasm } from "./engines/wasm.mjs";

const { BENCH_WASM, BENCH_WASM_SMALL } = process.env;

export const engines = {
  "ours-wasm": async () => wasm("ours, wasm (opt-level 3)", BENCH_WASM, "ours"),
  "figures-wasm": async () => wasm("ours for figures alone, wasm (opt-level 3)", BENCH_WASM, "figures"),
  "ours-wasm-small": async () => wasm("ours, wasm (opt-level z, as in the app)", BENCH_WASM_SMALL, "ours"),
  "by-hand-wasm": async () => wasm("Rust by hand, wasm (opt-level 3)", BENCH_WASM, "by-hand"),
  "by-hand-js": () => import("./engines/by-hand-js.mjs"),
  "json-logic-js": () => import("./engines/json-logic-js.mjs"),
  "json-rules-engine": () => import("./engines/json-rules-engine.mjs"),
  "zen-engine": () => import("./engines/zen-engine.mjs"),
  feelin: () => import("./engines/feelin.mjs"),
  publicodes: () => import("./engines/publicodes.mjs"),
};
