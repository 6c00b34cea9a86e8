// Requests per second, the 99th percentile and memory of Bazhu beside nginx (files) and Fastify with
// better-sqlite3, in turn, several rounds; the server has one processor, wrk the other.
//
//   BENCH_BAZHU=… BENCH_SITE=… BENCH_FOLDER=… node run.mjs [ROUNDS] [SECONDS] [HOLD]
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { BENCH_BAZHU: bazhu, BENCH_SITE: site, BENCH_FOLDER: folder } = process.env;
const [rounds, seconds, hold] = [3, 4, 60].map((value, at) => Number(process.argv[2 + at] ?? value));
const ports = { bazhu: 8113, nginx: 8114, fastify: 8115, "fastify, synchronous=NORMAL": 8116 };

mkdirSync(folder, { recursive: true });
const wasm = readdirSync(site).find((name) => name.endsWith("_bg.wasm"));
const files = [
  { path: "/icon.svg", mime: "image/svg+xml" },
  { path: `/${wasm}`, mime: "application/wasm" },
];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function pinned(command, args, env = {}) {
  return spawn("taskset", ["-c", "0", command, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
}

async function start(name, current) {
  const data = join(folder, `data-${ports[name]}`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  let child;
  if (name === "bazhu") {
    child = pinned(bazhu, ["serve", "--site", site, "--data", data, "--listen", `127.0.0.1:${ports.bazhu}`], {
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
  types { application/wasm wasm; image/svg+xml svg; } default_type application/json; ${paths.join(" ")}
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
  return { name, url, child, memory: () => memory(child.pid) };
}

// Resident memory of a process and its children, in MB: nginx answers in a child.
function memory(pid) {
  const of = (id) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  return (of(pid) + children.reduce((sum, id) => sum + of(id), 0)) / 1024;
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
  const out = execFileSync("taskset", ["-c", "1", "wrk", "-t1", `-c${connections}`, `-d${time}s`, "-s", script, url], { encoding: "utf8" });
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
  { name: "packs/current", path: "/api/v1/packs/current", who: ["bazhu", "nginx", "fastify"], options: async () => ({}) },
  { name: "packs/current, 304", path: "/api/v1/packs/current", who: ["bazhu", "nginx", "fastify"], options: async (url) => ({ headers: { "If-None-Match": await etag(url) } }) },
  { name: "search, 20 rows", path: "/api/v1/courses?q=dg", who: ["bazhu"], options: async () => ({}) },
  { name: "evaluate, one person", path: "/api/v1/evaluate", who: ["bazhu"], options: async () => ({ headers: { "Content-Type": "application/json" }, body: '{"date":"2026-11-22","facts":{"ui_insured_months":40}}' }) },
  { name: "enquiry written", path: "/api/v1/enquiries", who: ["bazhu", "fastify", "fastify, synchronous=NORMAL"], options: async () => ({ headers: { "Content-Type": "application/json" }, body: enquiry }) },
];

// The peers answer with what we answer.
const first = await start("bazhu");
const current = await (await fetch(`${first.url}/api/v1/packs/current`)).text();
await stop(first);
writeFileSync(join(folder, "files.json"), JSON.stringify({ files, current }));

const seen = new Map();
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
      }
      const result = wrk(url, options);
      if (result.errors > 0) throw new Error(`${name} ${it.name}: ${result.errors} errors`);
      const key = `${it.name}|${name}`;
      seen.set(key, [...(seen.get(key) ?? []), result]);
    }
    (after[name] ??= []).push(server.memory());
    await stop(server);
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const count = (value) => Math.round(value).toLocaleString("en");
console.log(`| one processor, 32 connections, ${rounds} rounds of ${seconds} s | Bazhu, req/s | p99 | nginx | p99 | Fastify | p99 | Bazhu : peer |`);
console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
for (const it of cases) {
  const of = (name) => {
    const list = seen.get(`${it.name}|${name}`);
    return list && { rps: median(list.map((r) => r.rps)), p99: median(list.map((r) => r.p99)) };
  };
  const [ours, nginx, peer, normal] = [of("bazhu"), of("nginx"), of("fastify"), of("fastify, synchronous=NORMAL")];
  const cell = (r) => (r ? `${count(r.rps)} | ${r.p99.toFixed(1)} ms` : "– | –");
  const ratio = [nginx && `${(ours.rps / nginx.rps).toFixed(2)} × nginx`, peer && `${(ours.rps / peer.rps).toFixed(1)} × Fastify`,
    normal && `${(ours.rps / normal.rps).toFixed(1)} × Fastify with synchronous=NORMAL (${count(normal.rps)})`];
  console.log(`| ${it.name} | ${cell(ours)} | ${cell(nginx)} | ${cell(peer)} | ${ratio.filter(Boolean).join(", ")} |`);
}
const held = await start("bazhu");
const crowd = wrk(`${held.url}${files[1].path}`, { headers: br, connections: 1000, time: hold });
const full = held.memory();
await stop(held);
const spread = [...seen.values()].map((list) => Math.max(...list.map((r) => r.rps)) / Math.min(...list.map((r) => r.rps)));
console.log(`\nMemory, resident: Bazhu ${median(idle.bazhu).toFixed(0)} MB idle, ${median(after.bazhu).toFixed(0)} after; nginx ${median(idle.nginx).toFixed(0)}, ${median(after.nginx).toFixed(0)}; Fastify ${median(idle.fastify).toFixed(0)}, ${median(after.fastify).toFixed(0)}.`);
console.log(`1,000 connections for ${hold} s: ${count(crowd.requests)} requests, ${crowd.errors} errors, p99 ${crowd.p99.toFixed(0)} ms, ${full.toFixed(0)} MB.`);
console.log(`The largest round was at most ${Math.max(...spread).toFixed(2)} times the smallest. ${version("nginx", ["-v"])}, Node ${process.version}, ${version("wrk", ["-v"])}.`);

function version(program, args) {
  try {
    return execFileSync("sh", ["-c", `${program} ${args.join(" ")} 2>&1 | head -1`], { encoding: "utf8" }).trim();
  } catch {
    return program;
  }
}
