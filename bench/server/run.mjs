// Requests per second, the 99th percentile and memory of Bazhu beside nginx (files) and Fastify with
// better-sqlite3, in turn, several rounds; the server has one processor, wrk the other. BENCH_PORT is
// the first of four ports.
//
//   BENCH_BAZHU=… BENCH_SITE=… BENCH_FOLDER=… node run.mjs [ROUNDS] [SECONDS] [HOLD]
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

const { BENCH_BAZHU: bazhu, BENCH_SITE: site, BENCH_FOLDER: folder } = process.env;
const [rounds, seconds, hold] = [3, 4, 60].map((value, at) => Number(process.argv[2 + at] ?? value));
const port = Number(process.env.BENCH_PORT ?? 8113);
const ports = { bazhu: port, nginx: port + 1, fastify: port + 2, "fastify, synchronous=NORMAL": port + 3 };

mkdirSync(folder, { recursive: true });
const wasm = readdirSync(site).find((name) => name.endsWith("_bg.wasm"));
const files = [
  { path: "/icon.svg", mime: "image/svg+xml" },
  { path: `/${wasm}`, mime: "application/wasm" },
  { path: "/check/index.html", mime: "text/html; charset=utf-8" },
];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// None of them outlives us, however we end.
const children = new Set();
process.on("exit", () => children.forEach((child) => child.kill("SIGTERM")));

function pinned(command, args, env = {}) {
  const child = spawn("taskset", ["-c", "0", command, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}

async function start(name, current) {
  const data = join(folder, `data-${ports[name]}`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  let child;
  if (name === "bazhu") {
    child = pinned(bazhu, ["serve", "--data", data, "--listen", `127.0.0.1:${ports.bazhu}`], {
      BAZHU_READS_PER_MINUTE: "0", BAZHU_WRITES_PER_MINUTE: "0", BAZHU_LOG: "warn",
    });
  } else if (name === "nginx") {
    const config = join(folder, "nginx.conf");
    mkdirSync(join(folder, "root/api/v1/packs"), { recursive: true });
    execFileSync("cp", ["-r", `${site}/.`, join(folder, "root")]);
    execFileSync("chmod", ["-R", "a+rX", folder]);
    writeFileSync(join(folder, "root/api/v1/packs/current"), current ?? "");
    const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`);
    writeFileSync(config, `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
user root; worker_processes 1; daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log;
events { worker_connections 2048; }
http { access_log off; etag on; keepalive_requests 100000000; sendfile on; tcp_nopush on;
  types { application/wasm wasm; image/svg+xml svg; text/html html; } default_type application/json; ${paths.join(" ")}
  open_file_cache max=1000 inactive=60s;
  server { listen 127.0.0.1:${ports.nginx}; root ${folder}/root; brotli_static on; } }\n`);
    child = pinned("nginx", ["-c", config, "-p", folder]);
  } else {
    const mode = name === "fastify" ? "FULL" : "NORMAL";
    child = pinned("node", [join(folder, "peer.mjs"), String(ports[name]), site, join(data, "db"), mode], {
      BENCH_FILES: join(folder, "files.json"),
    });
  }
  const url = `http://127.0.0.1:${ports[name]}`;
  for (let tries = 0; ; tries++) {
    try {
      await fetch(`${url}/icon.svg`);
      break;
    } catch (error) {
      if (tries > 100) throw error;
      await wait(100);
    }
  }
  return { name, url, child, memory: () => memory(child.pid), processor: () => processor(child.pid) };
}

const childrenOf = (pid) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);

// Processor time of a process and its children, in microseconds: other programs on the machine can't
// lengthen it as they do the clock's time.
function processor(pid) {
  const of = (id) => {
    const words = readFileSync(`/proc/${id}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(words[11]) + Number(words[12]);
  };
  return [pid, ...childrenOf(pid)].reduce((sum, id) => sum + of(id), 0) * 10_000;
}

// Resident memory of a process and its children, in MB: nginx answers in a child.
function memory(pid) {
  const of = (id) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
  return [pid, ...childrenOf(pid)].reduce((sum, id) => sum + of(id), 0) / 1024;
}

async function stop(server) {
  server.child.kill("SIGTERM");
  await new Promise((resolve) => server.child.on("exit", resolve));
}

function wrk(url, { headers = {}, body, connections = 32, time = seconds }) {
  const script = join(folder, "request.lua");
  writeFileSync(script, [
    ...Object.entries(headers).map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`),
    ...(body ? ['wrk.method = "POST"', `wrk.body = ${JSON.stringify(body)}`] : []),
    'done = function(summary, latency) io.write(string.format("RESULT %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout)) end',
  ].join("\n"));
  const out = execFileSync("taskset", ["-c", "1", "wrk", "-t1", "--timeout", "10s", `-c${connections}`, `-d${time}s`, "-s", script, url], { encoding: "utf8" });
  const [requests, duration, p99, errors] = /RESULT (\d+) (\d+) (\d+) (\d+)/.exec(out).slice(1).map(Number);
  return { rps: (requests / duration) * 1e6, p99: p99 / 1000, errors, requests };
}

const enquiry = JSON.stringify({ kind: "callback", name: "示例", phone: "13800000000", district: "310115", consent: true, language: "zh" });
const br = { "Accept-Encoding": "br" };
const etag = async (url) => (await fetch(url, { headers: br })).headers.get("etag");
const cases = [
  { name: "small file, br", path: files[0].path, who: ["bazhu", "nginx", "fastify"], options: async () => ({ headers: br }) },
  { name: "WebAssembly file, br", path: files[1].path, who: ["bazhu", "nginx", "fastify"], options: async () => ({ headers: br }) },
  { name: "WebAssembly file, 304", path: files[1].path, who: ["bazhu", "nginx", "fastify"], options: async (url) => ({ headers: { ...br, "If-None-Match": await etag(url) } }) },
  { name: "a page, br", path: files[2].path, who: ["bazhu", "nginx", "fastify"], options: async () => ({ headers: br }) },
  { name: "packs/current", path: "/api/v1/packs/current", who: ["bazhu", "nginx", "fastify"], options: async () => ({}) },
  { name: "packs/current, 304", path: "/api/v1/packs/current", who: ["bazhu", "nginx", "fastify"], options: async (url) => ({ headers: { "If-None-Match": await etag(url) } }) },
  { name: "search, 20 rows", path: "/api/v1/courses?q=dg", who: ["bazhu"], options: async () => ({}) },
  { name: "evaluate, one person", path: "/api/v1/evaluate", who: ["bazhu"], options: async () => ({ headers: { "Content-Type": "application/json" }, body: '{"date":"2026-11-22","facts":{"ui_insured_months":40}}' }) },
  { name: "enquiry written", path: "/api/v1/enquiries", who: ["bazhu", "fastify", "fastify, synchronous=NORMAL"], options: async () => ({ headers: { "Content-Type": "application/json" }, body: enquiry }) },
];

// The peers answer with what we answer, and are checked to.
const first = await start("bazhu");
const current = await (await fetch(`${first.url}/api/v1/packs/current`)).text();
await stop(first);
writeFileSync(join(folder, "files.json"), JSON.stringify({ files, current }));

const seen = new Map();
const bodies = new Map();
const load = loadavg();
const idle = {}, after = {};
for (let round = 0; round < rounds; round++) {
  for (const name of Object.keys(ports)) {
    const server = await start(name, current);
    (idle[name] ??= []).push(server.memory());
    for (const it of cases.filter((it) => it.who.includes(name))) {
      const url = server.url + it.path;
      const options = await it.options(url);
      if (!options.body) {
        const answer = await fetch(url, { headers: options.headers });
        const expected = options.headers?.["If-None-Match"] ? 304 : 200;
        if (answer.status !== expected) throw new Error(`${name} ${it.name}: ${answer.status}`);
        // Unpacked by now; how it was packed is compared too.
        const encoding = answer.headers.get("content-encoding");
        // Each start puts the pack in force anew, at another moment.
        const body = (await answer.text()).replace(/"published_at":"[^"]*"/, "");
        const hash = `${encoding} ${createHash("sha256").update(body).digest("hex")}`;
        if ((bodies.get(it.name) ?? hash) !== hash) throw new Error(`${name} ${it.name}: another answer`);
        bodies.set(it.name, hash);
      }
      const before = server.processor();
      const result = wrk(url, options);
      result.cost = (server.processor() - before) / result.requests;
      if (result.errors > 0 && name === "bazhu") throw new Error(`${it.name}: ${result.errors} errors`);
      if (result.errors > 0) console.log(`${name}, ${it.name}: ${result.errors} errors\n`);
      const key = `${it.name}|${name}`;
      seen.set(key, [...(seen.get(key) ?? []), result]);
    }
    (after[name] ??= []).push(server.memory());
    await stop(server);
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const count = (value) => Math.round(value).toLocaleString("en");
const names = ["bazhu", "nginx", "fastify", "fastify, synchronous=NORMAL"];
const titles = ["Bazhu", "nginx", "Fastify", "Fastify, NORMAL"];
console.log(`One processor for the server, 32 connections, medians of ${rounds} rounds of ${seconds} s. Requests per second; 99th percentile; processor time of the server for a request.`);
console.log(`\n| | ${titles.join(" | ")} | Bazhu : peer, requests | by processor time |`);
console.log("| --- | --- | --- | --- | --- | --- | --- |");
for (const it of cases) {
  const [ours, ...peers] = names.map((name) => {
    const list = seen.get(`${it.name}|${name}`);
    const of = (field) => median(list.map((result) => result[field]));
    return list && { rps: of("rps"), p99: of("p99"), cost: of("cost") };
  });
  const cell = (r) => (r ? `${count(r.rps)}; ${r.p99.toFixed(1)} ms; ${r.cost.toFixed(1)} µs` : "–");
  const ratios = (of) => peers.map((peer, at) => peer && `${of(peer).toFixed(2)} × ${titles[at + 1]}`).filter(Boolean).join(", ") || "–";
  console.log(`| ${it.name} | ${[ours, ...peers].map(cell).join(" | ")} | ${ratios((peer) => ours.rps / peer.rps)} | ${ratios((peer) => peer.cost / ours.cost)} |`);
}
const held = await start("bazhu");
const crowd = wrk(`${held.url}${files[1].path}`, { headers: br, connections: 1000, time: hold });
const full = held.memory();
await stop(held);
const spread = [...seen.values()].map((list) => Math.max(...list.map((r) => r.rps)) / Math.min(...list.map((r) => r.rps)));
console.log(`\nMemory, resident: Bazhu ${median(idle.bazhu).toFixed(0)} MB idle, ${median(after.bazhu).toFixed(0)} after; nginx ${median(idle.nginx).toFixed(0)}, ${median(after.nginx).toFixed(0)}; Fastify ${median(idle.fastify).toFixed(0)}, ${median(after.fastify).toFixed(0)}.`);
console.log(`1,000 connections for ${hold} s: ${count(crowd.requests)} requests, ${crowd.errors} errors, p99 ${crowd.p99.toFixed(0)} ms, ${full.toFixed(0)} MB.`);
console.log(`The largest round was at most ${Math.max(...spread).toFixed(2)} times the smallest. Load before ${load.map((it) => it.toFixed(1)).join(", ")}, after ${loadavg().map((it) => it.toFixed(1)).join(", ")}. ${version("nginx", ["-v"])}, Node ${process.version}, ${version("wrk", ["-v"])}.`);

function version(program, args) {
  try {
    return execFileSync("sh", ["-c", `${program} ${args.join(" ")} 2>&1 | head -1`], { encoding: "utf8" }).trim();
  } catch {
    return program;
  }
}
