// Runs every *.test.mjs beside this file against the site that BAZHU_URL names.
//
//   node tests/e2e/run.mjs [PART OF A FILE'S NAME]...
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const site = process.env.BAZHU_URL ?? "http://127.0.0.1:8080";
const wanted = process.argv.slice(2);

const files = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort()
  .map((name) => join(folder, name));
if (files.length === 0) {
  console.error(`no test file matches ${wanted.join(" ")}`);
  process.exit(2);
}

try {
  await fetch(site);
} catch {
  console.error(`nothing answers on ${site}: run \`cargo xtask serve\`, or set BAZHU_URL`);
  process.exit(2);
}

const { status } = spawnSync(
  process.execPath,
  ["--test", "--test-reporter=spec", "--test-concurrency=2", "--test-timeout=300000", ...files],
  { stdio: "inherit", env: { ...process.env, BAZHU_URL: site } },
);
process.exit(status ?? 1);
