// Builds the peers' minimal apps with esbuild and serves each at /NAME/, brotli 11, assets immutable.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const version = (name) => JSON.parse(readFileSync(here(`node_modules/${name}/package.json`), 'utf8')).version;

const brotli = (text) => brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 } });

const page = (name) => `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${name}</title><style>body{font:17px/1.7 sans-serif;margin:1rem}nav a{margin-right:1rem}button{padding:.6rem 1rem}</style><link rel="modulepreload" href="/asset/${name}.js"></head><body><div id="app"></div><script type="module" src="/asset/${name}.js"></script></body></html>`;

/** Builds all peers. Gives `{name, version, bytes, files}` for each; `bytes` is brotli, HTML and JavaScript together. */
export async function buildPeers() {
  const { build } = require('esbuild');
  const svelte = require('esbuild-svelte');
  const options = {
    react: { entry: 'peers/react.jsx', jsxImportSource: 'react', alias: { hooks: 'react' } },
    preact: { entry: 'peers/preact.jsx', jsxImportSource: 'preact', alias: { hooks: 'preact/hooks' } },
    svelte: { entry: 'peers/svelte.js', plugins: [(svelte.default ?? svelte)({ compilerOptions: { css: 'injected' } })], conditions: ['svelte', 'browser', 'production'] },
  };
  const peers = [];
  for (const [name, { entry, ...rest }] of Object.entries(options)) {
    const { outputFiles } = await build({
      absWorkingDir: here('.'), entryPoints: [entry], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, charset: 'utf8', legalComments: 'none', logLevel: 'error', jsx: 'automatic', define: { 'process.env.NODE_ENV': '"production"' }, ...rest,
    });
    const files = { [`/${name}/`]: ['text/html; charset=utf-8', brotli(page(name))], [`/asset/${name}.js`]: ['text/javascript', brotli(outputFiles[0].text)] };
    peers.push({ name, version: version(name), bytes: Object.values(files).reduce((sum, [, body]) => sum + body.length, 0), files });
  }
  return peers;
}

/** Serves the peers on a free port of the loopback; gives the server. */
export function servePeers(peers) {
  const files = Object.assign({}, ...peers.map((peer) => peer.files));
  const server = createServer((request, response) => {
    const file = files[request.url.split('?')[0]];
    if (!file) return response.writeHead(404).end();
    const [type, body] = file;
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length, 'cache-control': type.startsWith('text/html') ? 'no-cache' : 'public, max-age=31536000, immutable' });
    response.end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
