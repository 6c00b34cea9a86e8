// What a first visit costs: our /check beside the peers' minimal apps, in one run, in turn.
//
//   node bench/web/run.mjs [--runs 5] [--cpu 4]      (through `cargo xtask bench web`)
//
// BAZHU_URL names the running site, CHROMIUM the browser. Every load is a fresh profile on an
// emulated slow 4G (1.6 Mbit/s down, 150 ms round trip at the request level as Lighthouse
// throttles it) with the CPU slowed down; the order is shuffled in each round. Medians.
import { parseArgs } from 'node:util';
import { chromiumPath } from '../../tests/e2e/browser.mjs';
import { chromium } from 'playwright-core';
import { buildPeers, servePeers } from './peers.mjs';

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '5' }, cpu: { type: 'string', default: '4' } } });
const RUNS = Number(flags.runs);
const CPU = Number(flags.cpu);
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: (1.6e6 * 0.9) / 8, uploadThroughput: (750e3 * 0.9) / 8 };
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => `${Math.round(Math.min(...numbers))}–${Math.round(Math.max(...numbers))}`;

// Runs in the page from its first moment: notes the first paint, and when pressing `control`
// first changes what `answer` shows.
const probe = ([control, answer]) => {
  window.measured = {};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') window.measured.paint = entry.startTime;
  }).observe({ type: 'paint', buffered: true });
  const look = () => {
    const button = document.querySelector(control);
    if (button && !button.disabled) {
      const before = document.querySelector(answer)?.textContent;
      button.click();
      setTimeout(() => {
        if (document.querySelector(answer)?.textContent !== before) window.measured.usable = performance.now();
        else setTimeout(look, 8);
      });
      return;
    }
    setTimeout(look, 8);
  };
  look();
};

async function load(browser, rival) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    let bytes = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.addInitScript(probe, [rival.control, rival.answer]);
    await page.goto(rival.url, { waitUntil: 'commit', timeout: 60_000 });
    await page.waitForFunction(() => window.measured.paint && window.measured.usable, null, { timeout: 60_000, polling: 50 });
    await page.waitForLoadState('networkidle');
    return { ...(await page.evaluate(() => window.measured)), bytes };
  } finally {
    await context.close();
  }
}

// On our own page: how long an answer takes until everything on screen is renewed, over a whole
// walk through the questions, and how long the pack takes to decode.
async function answers(browser, site) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await page.goto(`${site}/check`);
    await page.waitForSelector('.question [role=group] button');
    await session.send('Emulation.setCPUThrottlingRate', { rate: CPU });
    return await page.evaluate(async () => {
      const task = () => new Promise((resolve) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(0);
      });
      const times = [];
      for (let i = 0; i < 60; i++) {
        const group = document.querySelector('.question [role=group]');
        const button = group?.querySelector('button:not([type=submit])');
        if (!button) {
          // A number or a date: leave it open.
          const skip = document.querySelector('.question .button.quiet');
          if (!skip) break;
          skip.click();
          await task();
          continue;
        }
        const start = performance.now();
        button.click();
        // What follows from an answer is renewed in microtasks.
        for (let i = 0; i < 50; i++) await null;
        document.body.getBoundingClientRect();
        const renewed = performance.now() - start;
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await task();
        times.push({ renewed, painted: performance.now() - start });
        // A question is read before it is answered; meanwhile the page works out what each answer gives.
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return { times, decode: performance.getEntriesByName('pack-read')[0]?.duration };
    });
  } finally {
    await context.close();
  }
}

const site = process.env.BAZHU_URL ?? 'http://127.0.0.1:8080';
const peers = await buildPeers();
const server = await servePeers(peers);
const base = `http://127.0.0.1:${server.address().port}`;
const rivals = [
  { name: 'Bazhu /check', url: `${site}/check`, control: '.question [role=group] button', answer: '#title' },
  ...peers.map((peer) => ({ name: `${peer.name} ${peer.version}, minimal`, url: `${base}/${peer.name}/`, control: '#first', answer: '#first' })),
];
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
try {
  console.log(`Chromium ${browser.version()}, slow 4G, CPU ${CPU}×, medians of ${RUNS} (least–most)`);
  const results = new Map(rivals.map((rival) => [rival.name, []]));
  for (let round = 0; round < RUNS; round++) {
    for (const rival of rivals.map((rival) => [Math.random(), rival]).sort((a, b) => a[0] - b[0]).map(([, rival]) => rival)) {
      results.get(rival.name).push(await load(browser, rival));
    }
    console.error(`round ${round + 1} of ${RUNS}`);
  }
  console.log('| app | first paint, ms | usable, ms | transferred, kB |\n| --- | --- | --- | --- |');
  for (const [name, loads] of results) {
    const of = (key) => loads.map((load) => load[key]);
    console.log(`| ${name} | ${Math.round(median(of('paint')))} (${spread(of('paint'))}) | ${Math.round(median(of('usable')))} (${spread(of('usable'))}) | ${(median(of('bytes')) / 1000).toFixed(1)} |`);
  }
  const walks = [];
  for (let i = 0; i < RUNS; i++) walks.push(await answers(browser, site));
  const times = walks.flatMap((walk) => walk.times);
  const decodes = walks.map((walk) => walk.decode).filter((time) => time !== undefined);
  console.log(`pack decoded: ${decodes.length ? `${median(decodes).toFixed(1)} ms` : 'not measured'} (aim 10)`);
  const told = (key) => {
    const all = times.map((time) => time[key]);
    return `${median(all).toFixed(1)} ms, slowest ${Math.max(...all).toFixed(1)} ms`;
  };
  console.log(`an answer to everything on screen renewed and laid out: ${told('renewed')}, ${times.length} answers (aim 16)`);
  console.log(`and to the next frame handed over to be shown: ${told('painted')}`);
} finally {
  await browser.close();
  server.close();
}
