// Keeps the site on the device, so that it opens without a network. docs/offline.md says what is
// kept and when it changes, docs/decisions/0010 why this is no library.
//
// The build puts into the next line a version and every file of it: address and the beginning of
// its content's SHA-256. Without files the worker removes itself and all it kept.
const [VERSION, FILES] = [null, null];

// Every version's files in one place, under `address?hash`: what two versions share is there once.
const STORE = "bazhu-files";
// Answers every address without a file of its own, as the server does.
const PAGE = "/app.html";
// Under these names it is kept which files a version has, and which version an open page is of.
const LIST = "/~list/";
const CLIENT = "/~client/";
// What names the coding or length of an answer as it travelled says nothing about the one kept.
const OF_THE_WAY = ["content-encoding", "content-length", "vary"];
// What few need, and large: kept when it is used, not before.
const WHEN_USED = "/workers/";
// So many files are fetched at a time: the page comes first.
const AT_A_TIME = 4;

/** Whether a file's name changes with its content. */
const isHashed = (path) => /[-./_][0-9a-f]{12,16}([-./_]|$)/.test(path);

const keyOf = (path, hash) => `${path}?${hash}`;

/** The beginning of a content's SHA-256, as the build writes it. */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 16);
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A kept file; nothing where it is missing, and nothing where it is not what it was. */
async function kept(path, hash) {
  const store = await caches.open(STORE);
  const found = await store.match(keyOf(path, hash));
  if (!found) return;
  const bytes = await found.arrayBuffer();
  if ((await hashOf(bytes)) === hash) return new Response(bytes, { headers: found.headers });
  await store.delete(keyOf(path, hash));
}

/** Fetches a file of that content and keeps it. A copy of the browser's own that is wrong is fetched anew. */
async function fetched(path, hash) {
  for (const cache of [isHashed(path) ? "default" : "no-cache", "reload"]) {
    const answer = await fetch(path, { cache, priority: "low" });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    const bytes = await answer.arrayBuffer();
    if ((await hashOf(bytes)) !== hash) continue;
    const headers = new Headers(answer.headers);
    for (const name of OF_THE_WAY) headers.delete(name);
    // A full disk is no reason to give nothing.
    const store = await caches.open(STORE).catch(() => {});
    const full = await store?.put(keyOf(path, hash), new Response(bytes, { headers })).then(() => false, () => true);
    return { answer: new Response(bytes, { headers }), kept: full === false };
  }
  throw new Error(`${path} is not the file that this version lists`);
}

/** Keeps every file of this version. What is there already, from another version or an attempt that broke off, is not fetched again. */
async function install() {
  if (!FILES) return self.skipWaiting();
  const ahead = Object.entries(FILES).filter(([path]) => !path.startsWith(WHEN_USED));
  const left = [...ahead];
  const worker = async () => {
    for (let file; (file = left.shift()); ) {
      if (!(await kept(...file)) && !(await fetched(...file)).kept) throw new Error(`no room for ${file[0]}`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const store = await caches.open(STORE);
  // An older worker may have tidied up meanwhile.
  const there = new Set((await store.keys()).map(({ url }) => url));
  for (const file of ahead) {
    if (!there.has(new URL(keyOf(...file), location).href)) await fetched(...file);
  }
  await store.put(LIST + VERSION, new Response(JSON.stringify(FILES)));
  // At the next navigation. A page that is open goes on getting the files that it names.
  await self.skipWaiting();
}

async function activate() {
  if (FILES) {
    await self.clients.claim();
    return tidy();
  }
  await caches.delete(STORE);
  await self.registration.unregister();
}

/** Forgets the files of versions that no open page is of. `opening` is a page that is just being opened. */
async function tidy(opening) {
  // A version that is being fetched has no list yet.
  if (self.registration.installing) return;
  const store = await caches.open(STORE);
  const keys = (await store.keys()).map(({ url }) => new URL(url));
  const named = (begin) => keys.filter(({ pathname }) => pathname.startsWith(begin));
  const open = new Set((await self.clients.matchAll({ type: "window", includeUncontrolled: true })).map(({ id }) => id));
  const used = new Set([VERSION]);
  for (const { pathname } of named(CLIENT)) {
    const id = pathname.slice(CLIENT.length);
    if (id === opening || open.delete(id)) used.add(await (await store.match(pathname))?.text());
    else await store.delete(pathname);
  }
  open.delete(opening);
  // A page that came without a worker may be of any version.
  if (open.size) return;
  const files = new Set();
  for (const { pathname } of named(LIST)) {
    if (!used.has(pathname.slice(LIST.length))) await store.delete(pathname);
    else for (const file of Object.entries(await listAt(store, pathname))) files.add(keyOf(...file));
  }
  for (const file of Object.entries(FILES)) files.add(keyOf(...file));
  for (const { pathname, search } of keys) {
    if (!pathname.startsWith("/~") && !files.has(pathname + search)) await store.delete(pathname + search);
  }
}

const listAt = (store, name) => store.match(name).then((list) => list.json()).catch(() => ({}));

/** The hash of a file of an older version that a page may still be of. */
async function olderHash(path) {
  const store = await caches.open(STORE);
  const names = (await store.keys()).map(({ url }) => new URL(url).pathname).filter((name) => name.startsWith(LIST));
  for (const name of names) {
    const hash = (await listAt(store, name))[path];
    if (hash) return hash;
  }
}

/** The file that answers an address which is gone to, as the server chooses it. */
function pageOf(path) {
  const index = `${path.replace(/\/+$/, "")}/index.html`;
  if (FILES[path]) return path;
  if (FILES[index]) return index;
  return path.split("/").pop().includes(".") ? undefined : PAGE;
}

async function file(path, hash) {
  return (await kept(path, hash)) ?? (await fetched(path, hash)).answer;
}

/** A page: kept, else mended from the network, else whatever the network has. */
async function page(event, path) {
  try {
    return await file(path, FILES[path]);
  } catch {
    return fetch(event.request).catch(() => new Response(NOTHING, { headers: { "content-type": "text/html; charset=utf-8" } }));
  }
}

const NOTHING = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>八柱</title><h1>没有网络</h1><p>存在本机的网页已损坏，要联网才能修好。请连上网络后重新载入。您的答案都在。也可以打 <a href="tel:12333">12333</a>。</p>
<p lang="en">You are offline and the copy of this site on your device is damaged. Connect and load the page again to mend it. Your answers are kept. Or call 12333.</p>`;

/** What a page is made of: by the list of this version, else of the page's own, else from the network. */
async function part(request, path) {
  try {
    const hash = FILES[path] ?? (await olderHash(path));
    if (hash) return await file(path, hash);
  } catch {
    // The network, then.
  }
  return fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (!FILES || request.method !== "GET" || origin !== location.origin || pathname.startsWith("/api/")) return;
  if (request.mode !== "navigate") {
    if (FILES[pathname] || isHashed(pathname)) event.respondWith(part(request, pathname));
    return;
  }
  const name = pageOf(pathname);
  // What other sites frame has headers of its own.
  if (!name || request.destination !== "document") return;
  event.respondWith(page(event, name));
  const note = async () => {
    const store = await caches.open(STORE);
    await store.put(CLIENT + event.resultingClientId, new Response(VERSION));
    await tidy(event.resultingClientId);
  };
  event.waitUntil(note().catch(() => {}));
});
