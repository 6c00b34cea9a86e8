// Fastify with better-sqlite3: the same files, the same answers, the same row for an enquiry.
//
//   node peer.mjs PORT SITE DATABASE SYNCHRONOUS
import { readFileSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import fastify from "fastify";

const [port, site, file, synchronous] = process.argv.slice(2);
const { files, current } = JSON.parse(readFileSync(process.env.BENCH_FILES, "utf8"));

const database = new Database(file);
database.pragma("journal_mode = WAL");
database.pragma(`synchronous = ${synchronous}`);
database.exec(`CREATE TABLE IF NOT EXISTS enquiry (number INTEGER PRIMARY KEY, receipt TEXT NOT NULL UNIQUE,
  idempotency BLOB UNIQUE, request BLOB NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, district TEXT, course TEXT,
  programme TEXT, language TEXT NOT NULL, sealed BLOB NOT NULL, last_four BLOB NOT NULL, created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL, kept_until INTEGER NOT NULL);
  CREATE INDEX IF NOT EXISTS enquiry_kept_until ON enquiry (kept_until)`);
const insert = database.prepare(`INSERT INTO enquiry (receipt, request, kind, state, district, course, programme,
  language, sealed, last_four, created_at, changed_at, kept_until) VALUES (?, ?, ?, 'new', ?, ?, ?, ?, ?, ?, ?, ?, ?)`);

const app = fastify({ logger: false });
for (const { path, mime } of files) {
  const plain = readFileSync(join(site, path));
  let brotli;
  try {
    brotli = readFileSync(join(site, `${path}.br`));
  } catch {
    // Not every file gains by it.
  }
  const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`;
  app.get(path, (request, reply) => {
    reply.header("etag", etag).header("cache-control", "no-cache");
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    reply.type(mime);
    if (brotli && (request.headers["accept-encoding"] ?? "").includes("br"))
      return reply.header("content-encoding", "br").send(brotli);
    return reply.send(plain);
  });
}
const etag = `"${createHash("sha256").update(current).digest("hex").slice(0, 16)}"`;
app.get("/api/v1/packs/current", (request, reply) => {
  reply.header("etag", etag);
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type("application/json").send(current);
});
// No encryption, no keyed hashes, no checks: the row's sizes are the same, the work is less.
app.post("/api/v1/enquiries", (request, reply) => {
  const now = Math.floor(Date.now() / 1000);
  const receipt = randomBytes(8).toString("hex").toUpperCase().slice(0, 14);
  const body = request.body;
  const sealed = Buffer.concat([Buffer.alloc(41), Buffer.from(JSON.stringify([body.name, body.phone]))]);
  insert.run(receipt, Buffer.alloc(32), body.kind, body.district, body.course, body.programme, body.language ?? "zh",
    sealed, Buffer.alloc(32), now, now, now + 7776000);
  return reply.code(201).send({ receipt, kind: body.kind, state: "new", created_at: now, changed_at: now, kept_until: now });
});
await app.listen({ port: Number(port), host: "127.0.0.1" });
console.log("ready");
