// nginx and Caddy with the very lines that docs/server.md shows, in front of `bazhu serve`: what the
// server sends arrives as it was sent, and the server sees who asked.
//
//   node tests/proxy/run.mjs PROGRAM SITE
//
// Needs nginx, caddy and openssl.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, site] = process.argv.slice(2);
const [bazhu, nginx, plain, caddy] = await freePorts(4);
const folder = mkdtempSync(join(tmpdir(), "bazhu-proxy-"));
const [cert, key] = ["cert.pem", "key.pem"].map((name) => join(folder, name));
const running = [];
const TOKEN = "a-token-of-more-than-thirty-two-characters";

async function freePorts(count) {
  const held = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(held.map((server) => new Promise((resolve) => server.once("listening", resolve))));
  const ports = held.map((server) => server.address().port);
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

// The documented lines, with this test's ports, folder and certificate.
function documented(language, replacements) {
  const text = readFileSync(new URL("../../docs/server.md", import.meta.url), "utf8");
  let [, lines] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(text);
  for (const [from, to] of [["127.0.0.1:8080", `127.0.0.1:${bazhu}`], ...replacements]) {
    assert.ok(lines.includes(from), `docs/server.md: ${language} has no \`${from}\``);
    lines = lines.replaceAll(from, to);
  }
  return lines;
}

function run(command, args, env = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, ...env } });
  child.said = "";
  child.stderr.on("data", (data) => (child.said += data));
  running.push(child);
  return child;
}

function ask(url, { method = "GET", headers = {}, from = "127.0.0.1", body } = {}) {
  const options = { method, headers: { Host: "example.org", ...headers }, localAddress: from, agent: false };
  if (url.startsWith("https")) Object.assign(options, { rejectUnauthorized: false, servername: "example.org" });
  return new Promise((resolve, reject) => {
    const request = (url.startsWith("https") ? https : http).request(url, options, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      answer.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function answers(url, child) {
  for (let tries = 0; tries < 100; tries++) {
    assert.equal(child.exitCode, null, child.said);
    try {
      return await ask(url);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`${url} does not answer: ${child.said}`);
}

// Of one connection alone, or the proxy's own word.
const OWN = ["date", "connection", "keep-alive", "transfer-encoding", "server", "alt-svc", "via"];
const told = ({ status, headers, body }) => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.includes(name))),
  body: body.toString("base64"),
});

async function everythingArrives(name, url) {
  const direct = `http://127.0.0.1:${bazhu}`;
  const wasm = readdirSync(site).find((file) => file.endsWith("_bg.wasm"));
  for (const path of ["/", "/check", "/anything", "/icon.svg", `/${wasm}`, "/gone.js", "/api/v1/packs/current", "/api/v1/courses?q=dg"]) {
    for (const encoding of ["br", "gzip", "identity"]) {
      const headers = { "Accept-Encoding": encoding };
      const sent = await ask(direct + path, { headers });
      assert.deepEqual(told(await ask(url + path, { headers })), told(sent), `${name} ${path} ${encoding}`);
      if (!sent.headers.etag) continue;
      const again = await ask(url + path, { headers: { ...headers, "If-None-Match": sent.headers.etag } });
      assert.equal(again.status, 304, `${name} ${path} ${encoding}`);
    }
  }
  const page = await ask(`${url}/check`);
  assert.equal(page.headers["strict-transport-security"], "max-age=63072000", name);
  assert.equal((await ask(`${url}/metrics`)).status, 403, name);
}

// Two writes a minute for each caller: a made-up header must not help, another address must.
async function theCallerIsKnown(name, url, [one, two]) {
  const event = (from, forged) =>
    ask(`${url}/api/v1/events`, {
      method: "POST",
      from,
      headers: { "Content-Type": "application/json", ...(forged && { "X-Forwarded-For": forged }) },
      body: JSON.stringify({ events: [{ event: "result_shown", count: 1 }] }),
    });
  const seen = [];
  for (const forged of [undefined, "203.0.113.1", "203.0.113.2", "127.0.0.1"]) seen.push((await event(one, forged)).status);
  assert.deepEqual(seen, [204, 204, 429, 429], name);
  assert.equal((await event(two)).status, 204, name);
}

async function largeBodiesPass(name, url, from) {
  const json = { "Content-Type": "application/json" };
  const batch = await ask(`${url}/api/v1/evaluate`, { method: "POST", from, headers: json, body: `{"facts":"${"x".repeat(4_000_000)}"}` });
  assert.equal(batch.headers["content-type"], "application/problem+json", name);
  assert.equal(batch.status, 422, name);
  const operator = { ...json, Authorization: `Bearer ${TOKEN}` };
  const pack = await ask(`${url}/api/v1/packs`, { method: "PUT", from, headers: operator, body: `{"files":{"a":"${"x".repeat(20_000_000)}"}}` });
  assert.equal(JSON.parse(pack.body).type, "/api/docs#pack-refused", name);
}

function speaksHttp2(url) {
  return new Promise((resolve, reject) => {
    const session = http2.connect(url, { rejectUnauthorized: false, servername: "example.org" });
    session.on("error", reject);
    const request = session.request({ ":path": "/icon.svg", ":authority": "example.org" });
    request.on("response", (headers) => {
      assert.equal(headers[":status"], 200);
      session.destroy();
      resolve();
    });
  });
}

async function main() {
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=example.org",
    "-addext", "subjectAltName=DNS:example.org", "-keyout", key, "-out", cert], { stdio: "ignore" });
  const server = run(program, ["serve", "--site", site, "--data", join(folder, "data"), "--listen", `127.0.0.1:${bazhu}`], {
    BAZHU_TLS: "true", BAZHU_TRUSTED_PROXIES: "127.0.0.1", BAZHU_WRITES_PER_MINUTE: "2", BAZHU_READS_PER_MINUTE: "0", BAZHU_LOG: "warn",
    BAZHU_OPERATOR_TOKEN: TOKEN,
  });
  await answers(`http://127.0.0.1:${bazhu}/icon.svg`, server);

  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((it) => `${it}_temp_path ${folder}/${it};`).join(" ");
  const lines = documented("nginx", [
    ["listen 80;", `listen 127.0.0.1:${plain};`], ["listen 443 ", `listen 127.0.0.1:${nginx} `],
    ["/etc/ssl/example.org.pem", cert], ["/etc/ssl/example.org.key", key],
  ]);
  // As Debian's own nginx.conf has it: what is not compressed would be.
  const config = `daemon off; pid ${folder}/nginx.pid; error_log stderr warn;${process.getuid() === 0 ? " user root;" : ""}
events {} http { access_log off; gzip on; ${paths}\n${lines} }\n`;
  writeFileSync(join(folder, "nginx.conf"), config);
  await answers(`https://127.0.0.1:${nginx}/icon.svg`, run("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder]));
  const moved = await ask(`http://127.0.0.1:${plain}/check?a=b`);
  assert.deepEqual([moved.status, moved.headers.location], [301, "https://example.org/check?a=b"]);

  const caddyfile = documented("caddyfile", [["example.org {", `https://example.org:${caddy} {\ntls ${cert} ${key}`]]);
  writeFileSync(join(folder, "Caddyfile"), `{\nadmin off\nauto_https disable_redirects\n}\n${caddyfile}`);
  const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  await answers(`https://127.0.0.1:${caddy}/icon.svg`, run("caddy", ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")], home));

  for (const [name, port, callers] of [["nginx", nginx, ["127.0.0.2", "127.0.0.3"]], ["Caddy", caddy, ["127.0.0.4", "127.0.0.5"]]]) {
    const url = `https://127.0.0.1:${port}`;
    await everythingArrives(name, url);
    await theCallerIsKnown(name, url, callers);
    await largeBodiesPass(name, url, callers[1]);
    await speaksHttp2(url);
    console.log(`${name}: files, headers, callers, large bodies and HTTP/2 as they should be`);
  }
}

try {
  await main();
} finally {
  for (const child of running) child.kill("SIGTERM");
  await Promise.all(running.map((child) => child.exitCode ?? new Promise((resolve) => child.on("exit", resolve))));
  rmSync(folder, { recursive: true, force: true });
}
