// A server of the built site for tests that change it under way: newer versions, damage, a server
// that fails. It answers as `bazhu serve` does where the app asks, and keeps everything in memory.
//
//   import { serve, newVersion } from "./site.mjs";
//   const site = await serve(t);
//   site.files = newVersion(site.files);
//
// `SITE_DIST` names the built site; without it dist/ beside this folder is taken.
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = process.env.SITE_DIST ?? resolve(dirname(fileURLToPath(import.meta.url)), "../../dist");

const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  webmanifest: "application/manifest+json",
  wasm: "application/wasm",
  svg: "image/svg+xml",
  png: "image/png",
};

const sha = (bytes, encoding = "hex") => createHash("sha256").update(bytes).digest(encoding);

/** The built site's files by name, without their compressed twins. */
export function built() {
  const files = new Map();
  for (const entry of readdirSync(DIST, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name)) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(DIST, path).split(sep).join("/"), readFileSync(path));
  }
  if (!files.has("app.html")) throw new Error(`${DIST} holds no app.html: run cargo xtask build`);
  return files;
}

/** Whether the service worker keeps a file; as crates/site/src/worker.rs. */
export function isKept(name) {
  if (["index.html", "check/index.html", "sw.js"].includes(name)) return false;
  return !/^(embed|icons)\//.test(name) && !/\.(webmanifest|txt|xml)$/.test(name);
}

/** Writes the worker's list anew, as the build does. */
function listed(files) {
  const lines = [...files].filter(([name]) => isKept(name)).map(([name, bytes]) => `"/${name}":"${sha(bytes).slice(0, 32)}"`);
  const list = lines.sort().join(",");
  const worker = files.get("sw.js").toString();
  const line = `const [VERSION, FILES] = ["${sha(list).slice(0, 16)}", {${list}}];\n`;
  files.set("sw.js", Buffer.from(worker.replace(/const \[VERSION, FILES\] = .*;\n/, () => line)));
  return files;
}

/**
 * The next version of a site: its code has other names, as after a change of the app; `change` may
 * alter files further. The older names are gone, as they are from a server.
 */
export function newVersion(files, change = () => {}) {
  const turned = new Map();
  for (const name of files.keys()) {
    if (/^(app-|main-|parts\/)/.test(name)) {
      for (const [digits] of name.matchAll(/[0-9a-f]{12,16}/g)) turned.set(digits, [...digits].reverse().join(""));
    }
  }
  const renamed = (text) => text.replace(/[0-9a-f]{12,16}/g, (digits) => turned.get(digits) ?? digits);
  const next = new Map();
  for (const [name, bytes] of files) {
    const isText = /\.(html|js|css)$/.test(name) && name !== "sw.js" && !name.startsWith("plain/");
    // Pages that hold everything name their code too; their data are characters of latin1 and beyond.
    next.set(renamed(name), isText ? Buffer.from(renamed(bytes.toString())) : bytes);
  }
  change(next);
  return listed(next);
}

/** The pack's name and bytes. */
export function packOf(files) {
  const name = files.get("app.html").toString().match(/\/(packs\/[^"]+\.pack)"/)[1];
  return { name, bytes: files.get(name), hash: files.get(name).subarray(6, 22).toString("hex") };
}

/** Another pack: bytes of its body are changed for others of the same length, its hash follows. */
export function otherPack(bytes, ...changes) {
  let body = Buffer.from(bytes.subarray(22));
  for (const [from, to] of changes) {
    const [old, now] = [Buffer.from(from), Buffer.from(to)];
    if (old.length !== now.length) throw new Error(`${from} and ${to} differ in length`);
    let at = body.indexOf(old);
    if (at < 0) throw new Error(`the pack does not hold ${from}`);
    for (; at >= 0; at = body.indexOf(old, at + 1)) now.copy(body, at);
  }
  return Buffer.concat([bytes.subarray(0, 6), createHash("sha256").update(body).digest().subarray(0, 16), body]);
}

/** A change for `newVersion`: another pack in every page. */
export function withPack(pack) {
  return (files) => {
    const old = packOf(files);
    const name = old.name.replace(/[0-9a-f]{16}/, sha(pack).slice(0, 16));
    files.delete(old.name);
    files.set(name, pack);
    for (const page of ["app.html", "index.html", "check/index.html"]) {
      const text = files.get(page).toString().replaceAll(old.name, name);
      files.set(page, Buffer.from(text.replace(/(id="pack" data-href="[^"]+">)[^<]*(<\/script>)/, (_, a, b) => a + inPage(pack) + b)));
    }
  };
}

/** Bytes as text in a page, as xtask/src/whole.rs writes them. */
const inPage = (bytes) => [...bytes].map((b) => String.fromCharCode([0, 13, 60].includes(b) ? b + 256 : b)).join("");

function policy(name, html) {
  if (name === "sw.js") return "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";
  if (/^workers\/.*\.js$/.test(name)) return "default-src 'none'; script-src 'wasm-unsafe-eval'; frame-ancestors 'none'";
  if (!name.endsWith(".html")) return "default-src 'none'; frame-ancestors 'none'";
  const hashes = (element) =>
    [...html.matchAll(new RegExp(`<${element}([^>]*)>([^]*?)</${element}>`, "g"))]
      .filter(([, tag, content]) => content && !/src=|octet-stream/.test(tag))
      .map(([, , content]) => ` 'sha256-${sha(content, "base64")}'`)
      .join("");
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${hashes("script")}; style-src 'self'${hashes("style")}; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
}

/**
 * Serves a site until the test `t` ends.
 *
 * @returns {Promise<{url, files, log, api, stop(), start()}>} `files` may be replaced at any time;
 *   `log` has "METHOD /path" of every request; `api` is null (no server: the API's addresses are
 *   answered with the page) or what `backend` gives; `stop` breaks all connections, `start` listens
 *   on the same port again
 */
export async function serve(t, files = built()) {
  const site = { files, log: [], api: null, holds: new Set() };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    site.log.push(`${request.method} ${path}`);
    if (path.startsWith("/api/") && site.api) return site.api.answer(request, response);
    if (request.method !== "GET") return void response.writeHead(405).end();
    const name = path.slice(1);
    const index = `${name.replace(/\/+$/, "")}/index.html`.replace(/^\//, "");
    const found = [name, index].find((it) => site.files.has(it)) ?? (name.split("/").pop().includes(".") ? null : "app.html");
    const bytes = found && site.files.get(found);
    if (!bytes) return void response.writeHead(404, { "content-type": "text/plain" }).end("no such file");
    const etag = `W/"${sha(bytes).slice(0, 16)}"`;
    const head = {
      etag,
      "cache-control": /[-./_][0-9a-f]{12,16}([-./_]|$)/.test(found) ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": policy(found, bytes.toString()),
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
    };
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304, head).end();
    response.writeHead(200, { ...head, "content-type": TYPES[found.split(".").pop()] ?? "application/octet-stream" }).end(bytes);
  });
  const sockets = new Set();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listen = (port) => new Promise((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address();
  site.url = `http://127.0.0.1:${port}`;
  site.stop = () =>
    new Promise((done) => {
      server.close(done);
      for (const socket of sockets) socket.destroy();
    });
  site.start = () => listen(port);
  t.after(() => (server.listening ? site.stop() : undefined));
  return site;
}

/** The operator's token that `backend` takes. */
export const TOKEN = "a-token-for-tests-only";

/**
 * The API in memory, by the types of crates/api. `next` holds what happens to the next POSTs of
 * enquiries and remarks, one each: a status, or "drop" (kept, but the answer is lost).
 */
export function backend(files) {
  const own = packOf(files);
  const part = ([name, bytes]) => ({ name: name.split(".")[1], bytes });
  const partsOf = (all) => [...all].filter(([name]) => /^packs\/.*\.part$/.test(name)).map(part);
  const api = { enquiries: [], feedback: [], keys: new Map(), next: [], releases: [], table: null, pack: own.bytes, parts: partsOf(files) };

  const receiptOf = () => [...randomBytes(12)].map((b) => "23456789ABCDEFGHJKMNPQRSTVWXYZ"[b % 30]).join("").match(/.{4}/g).join("-");
  const shown = ({ receipt, kind, state, created_at, changed_at, kept_until }) => ({ receipt, kind, state, created_at, changed_at, kept_until });
  const current = () => {
    const file = (name, bytes, hash) => ({ name, url: `/api/v1/packs/${hash}`, bytes: bytes.length });
    const hash = api.pack.subarray(6, 22).toString("hex");
    return {
      id: "shanghai",
      version: api.version ?? "test",
      hash,
      as_of: "2026-11-22",
      valid_until: "2026-12-31",
      published_at: "2026-11-27T00:00:00Z",
      pack: file("pack", api.pack, hash),
      parts: api.parts.map(({ name, bytes }) => file(name, bytes, sha(bytes).slice(0, 32))),
    };
  };

  api.answer = async (request, response) => {
    const url = new URL(request.url, "http://x");
    const path = url.pathname.replace("/api/v1", "");
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const json = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const problem = (status, zh, en, errors = []) => {
      const detail = /^en/.test(request.headers["accept-language"] ?? "") ? en : zh;
      response.writeHead(status, { "content-type": "application/problem+json" });
      response.end(JSON.stringify({ type: "/api/docs#test", title: detail, status, detail, errors }));
    };
    const isOperator = request.headers.authorization === `Bearer ${TOKEN}`;
    const key = `${request.method} ${path}`;
    if (key === "GET /packs/current") {
      const body = JSON.stringify(current());
      const etag = `"${sha(body).slice(0, 16)}"`;
      if (request.headers["if-none-match"] === etag) return void response.writeHead(304, { etag }).end();
      return void response.writeHead(200, { "content-type": "application/json", etag, "cache-control": "no-cache" }).end(body);
    }
    if (/^GET \/packs\/[0-9a-f]{32}$/.test(key)) {
      const hash = path.split("/").pop();
      const all = [api.pack, ...api.parts.map(({ bytes }) => bytes)];
      const found = all.find((bytes) => bytes.subarray(6, 22).toString("hex") === hash || sha(bytes).slice(0, 32) === hash);
      if (!found) return problem(404, "没有这个政策包。", "There is no such pack.");
      return void response.writeHead(200, { "content-type": "application/octet-stream" }).end(found);
    }
    if (key === "POST /enquiries") {
      const what = api.next.shift() ?? 201;
      if (what === 422) return problem(422, "有几处要改。", "Some entries need a change.", [{ at: "/phone", detail: /^en/.test(request.headers["accept-language"]) ? "This number is not in use." : "这个号码是空号。" }]);
      if (what !== 201 && what !== "drop") return problem(what, "暂时不行。", "Not now.");
      const idempotency = request.headers["idempotency-key"];
      let kept = api.keys.get(idempotency);
      if (!kept) {
        const now = "2026-11-27T08:00:00Z";
        kept = { ...JSON.parse(text), receipt: receiptOf(), state: "new", created_at: now, changed_at: now, kept_until: "2027-02-25T08:00:00Z" };
        api.enquiries.push(kept);
        api.keys.set(idempotency, kept);
      }
      if (what === "drop") return void request.socket.destroy();
      return json(201, shown(kept));
    }
    if (key === "POST /feedback") {
      const what = api.next.shift() ?? 204;
      if (what !== 204 && what !== "drop") return problem(what, "暂时不行。", "Not now.");
      const remark = JSON.parse(text);
      if (!api.feedback.some(({ id }) => id === remark.id)) api.feedback.push(remark);
      if (what === "drop") return void request.socket.destroy();
      return void response.writeHead(204).end();
    }
    if (/^(GET|DELETE) \/enquiries\/[^/]+$/.test(key)) {
      const receipt = path.split("/").pop();
      const at = api.enquiries.findIndex((it) => it.receipt === receipt && it.phone.endsWith(request.headers["phone-last-four"] ?? "-"));
      if (at < 0) return problem(404, "没有查到。请核对回执编号和手机号后四位。", "No enquiry is found. Check the receipt and the last four digits.");
      if (request.method === "GET") return json(200, shown(api.enquiries[at]));
      api.enquiries.splice(at, 1);
      return void response.writeHead(204).end();
    }
    if (!isOperator) return problem(401, "没有权限。", "Not authorised.");
    if (key === "GET /enquiries") {
      const state = url.searchParams.get("state");
      const before = Number(url.searchParams.get("before") ?? Infinity);
      const all = api.enquiries.map((it, number) => ({ district: null, course: null, programme: null, ...it, consent: undefined, number: number + 1 })).reverse();
      const fits = all.filter((it) => (!state || it.state === state) && it.number < before);
      const page = fits.slice(0, 2);
      const next = fits.length > 2 ? page.at(-1).number : undefined;
      return json(200, { enquiries: page.map(({ number, ...it }) => it), next });
    }
    if (key === "GET /enquiries.csv") {
      const lines = api.enquiries.map((it) => `${it.receipt},${it.name},${it.phone}`);
      return void response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).end(`\ufeffreceipt,name,phone\r\n${lines.join("\r\n")}\r\n`);
    }
    if (/^PATCH \/enquiries\//.test(key)) {
      const found = api.enquiries.find((it) => it.receipt === path.split("/").pop());
      if (!found) return problem(404, "没有查到。", "No enquiry is found.");
      found.state = JSON.parse(text).state;
      return void response.writeHead(204).end();
    }
    if (key === "GET /packs") return json(200, { releases: api.releases });
    if (key === "POST /packs/rollback") {
      const { to } = JSON.parse(text);
      for (const release of api.releases) release.current = release.number === to;
      return json(200, api.releases.find((it) => it.current));
    }
    return problem(404, "没有这个地址。", "There is nothing at this address.");
  };
  return api;
}
