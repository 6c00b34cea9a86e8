// A browser as a visitor has it, for the tests beside this file.
//
//   import { test } from "node:test";
//   import { visit, expectQuiet } from "./browser.mjs";
//
//   test("…", async (t) => {
//     const { page, seen } = await visit(t, "/check", { screen: "phone" });
//     await page.getByRole("button", { name: "…" }).click();
//     expectQuiet(seen);
//   });
//
// The server to test is the one that BAZHU_URL names, the browser the one that CHROMIUM names.
import assert from "node:assert/strict";
import { accessSync, constants } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Where the site under test is. */
export const SITE = process.env.BAZHU_URL ?? "http://127.0.0.1:8080";

/** The screens that every page must fit, in CSS pixels. */
export const SCREENS = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
  tablet: { viewport: { width: 768, height: 1024 }, hasTouch: true, deviceScaleFactor: 1 },
  desktop: { viewport: { width: 1280, height: 800 } },
  wide: { viewport: { width: 1440, height: 900 } },
};

const PICTURES = resolve(dirname(fileURLToPath(import.meta.url)), "../../target/pictures");
const AXE = createRequire(import.meta.url)("axe-core");

/** The system's Chromium: CHROMIUM, or the first well-known name on PATH. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look on.
      }
    }
  }
  throw new Error("no Chromium found: install it, or set CHROMIUM to its path");
}

const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let launched;

/** The one browser of this test file, with an empty profile; closed after its last test. */
export function browser() {
  launched ??= chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
  return launched;
}

/** A browser whose own setting blocks cookies and storage of sites in frames of other sites. */
async function blocking(t, options) {
  const folder = await mkdtemp(join(tmpdir(), "bazhu-profile-"));
  await mkdir(join(folder, "Default"));
  const profile = { block_third_party_cookies: true, cookie_controls_mode: 1 };
  await writeFile(join(folder, "Default/Preferences"), JSON.stringify({ profile }));
  const context = await chromium.launchPersistentContext(folder, { executablePath: chromiumPath(), args: ARGUMENTS, ...options });
  t.after(async () => {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  });
  return context;
}

// A script that only takes pictures has no tests to wait for and closes the browser itself.
if (process.argv[1]?.endsWith(".test.mjs")) after(async () => (await launched)?.close());

/**
 * Opens a page in a fresh profile, which closes when the test `t` ends.
 *
 * @param t the test, or null for a script that closes `context` itself
 * @param {string | null} path where to go, or null to stay on an empty page
 * @param options `screen` a key of SCREENS; `language` as the browser says it (zh-CN, en-GB);
 *   `dark`, `reducedMotion`, `javaScript: false`, `storage: false` (blocked), `thirdParty: false`
 *   (blocked by the browser's own setting in frames of other sites), `elder` (elder mode is on);
 *   `context` further options of Playwright's newContext
 * @returns {Promise<{page, context, seen}>} `seen` fills while the page lives: `requests`
 *   ({url, method, headers, body, size: a promise of the bytes transferred}), `consoleErrors`,
 *   `pageErrors`, `failed` (answers of 400 and above, and requests without an answer, but for those
 *   that the browser gave up because their document was left)
 */
export async function visit(t, path, options = {}) {
  const wanted = {
    ...SCREENS[options.screen ?? "phone"],
    baseURL: SITE,
    locale: options.language ?? "zh-CN",
    timezoneId: "Asia/Shanghai",
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: options.reducedMotion ? "reduce" : "no-preference",
    javaScriptEnabled: options.javaScript ?? true,
    // Its own tests allow it; in all others requests go to the server, where the test sees them.
    serviceWorkers: "block",
    ...options.context,
  };
  const context = options.thirdParty === false ? await blocking(t, wanted) : await (await browser()).newContext(wanted);
  t?.after(() => context.close());
  if (options.storage === false) await blockStorage(context);
  if (options.elder) {
    await context.addInitScript(() => {
      try {
        localStorage.setItem("bazhu.elder", "1");
      } catch {
        // A page without an address, before the first one, has no storage.
      }
    });
  }
  const seen = watch(context, options.javaScript ?? true);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  if (path !== null) await page.goto(path);
  return { page, context, seen };
}

/** Records what the pages of a context request and complain about. */
function watch(context, scripts) {
  const failures = [];
  const seen = {
    requests: [],
    consoleErrors: [],
    pageErrors: [],
    get failed() {
      return failures.filter(({ left }) => !left()).map(({ line }) => line);
    },
  };
  const documents = new DocumentsOfFrames();
  context.on("request", (request) => {
    documents.add(request);
    seen.requests.push({
      url: request.url(),
      method: request.method(),
      headers: request.headers(),
      body: request.postData() ?? "",
      // A page that closes early leaves requests whose size nobody will know.
      size: request
        .response()
        .then(async (answer) => (answer ? (await request.sizes()).responseBodySize : 0))
        .catch(() => 0),
    });
  });
  context.on("requestfailed", (request) => {
    // Without JavaScript the browser itself refuses to load what index.html preloads.
    if (!scripts && request.resourceType() === "script") return;
    const error = request.failure()?.errorText;
    // With every title a browser asks for the tab's icon again, and gives up what it asked before.
    if (request.url().endsWith("/icon-32.png") && error === "net::ERR_ABORTED") return;
    const left = () => error === "net::ERR_ABORTED" && documents.left(request);
    failures.push({ line: `${request.url()}: ${error}`, left });
  });
  context.on("response", (response) => {
    if (response.status() >= 400) failures.push({ line: `${response.url()}: ${response.status()}`, left: () => false });
  });
  context.on("console", (message) => {
    // That is this test's own doing.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) {
      seen.consoleErrors.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => seen.pageErrors.push(String(error.error())));
  return seen;
}

/**
 * Which document of its frame each request belongs to.
 *
 * What a document still fetches when it is left (a reload, another address, a frame taken away) is
 * given up by the browser, and whether anything was still on its way depends on the machine. It is
 * nobody's fault; a request given up while its document stays is one.
 */
class DocumentsOfFrames {
  #asked = new Map();
  #born = new Map();

  /** Counts the document that a navigation asks for, and notes how many the request came after. */
  add(request) {
    const frame = frameOf(request);
    if (!frame) return;
    if (request.isNavigationRequest()) this.#asked.set(frame, this.#count(frame) + 1);
    this.#born.set(request, { page: frame.page(), frame, count: this.#count(frame) });
  }

  /** The document of this request is no longer the one in its frame. */
  left(request) {
    const born = this.#born.get(request);
    return born !== undefined && (born.page.isClosed() || born.frame.isDetached() || this.#count(born.frame) > born.count);
  }

  #count(frame) {
    return this.#asked.get(frame) ?? 0;
  }
}

/** The frame that a request was made in, or null: a worker's has none, a new page's not yet. */
function frameOf(request) {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

/** Makes every use of the device's storage throw, as a browser does that blocks site data. */
async function blockStorage(context) {
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
      Object.defineProperty(window, name, { get: refuse });
    }
  });
}

/** Nothing complained: no console error or warning, no exception, no failed request. */
export function expectQuiet(seen) {
  assert.deepEqual(seen.consoleErrors, [], "the console is silent");
  assert.deepEqual(seen.pageErrors, [], "no exception left the page");
  assert.deepEqual(seen.failed, [], "no request failed");
}

/** No request carries any of these texts in its address, headers or body; nothing leaves the site. */
export function expectNothingSent(seen, texts, site = SITE) {
  for (const request of seen.requests) {
    if (request.url.startsWith("data:") || request.url.startsWith("blob:")) continue;
    assert.ok(request.url.startsWith(site), `a request left the site: ${request.url}`);
    const whole = decodeURIComponent(request.url) + JSON.stringify(request.headers) + request.body;
    for (const text of texts) {
      assert.ok(!whole.includes(text), `a request carries "${text}": ${request.method} ${request.url}`);
    }
  }
}

/** The address comes to be one for which `holds`; Playwright hears of it a little after the page. */
export async function expectAddress(page, holds) {
  await page.waitForURL(holds, { waitUntil: "commit" }).catch(() => assert.fail(`the address is ${page.url()}, which is not ${holds}`));
}

/** The page is not wider than its window; if it is, the elements that stick out are named. */
export async function expectFits(page) {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const out = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .slice(-5)
      .map((element) => element.outerHTML.slice(0, 120));
    return `${scrollWidth} px in a window of ${clientWidth} px; sticking out:\n${out.join("\n")}`;
  });
  assert.equal(wide, null, `${new URL(page.url()).pathname} is too wide: ${wide}`);
}

/**
 * Everything one can tap is at least 44 by 44 px: links, buttons, fields, summaries.
 *
 * A link within a sentence may be as small as its words, a hidden field as small as its label is
 * large, and what is only shown on focus is not measured.
 */
export async function expectTapTargets(page) {
  const small = await page.evaluate(() => {
    const least = 44;
    const selector = "a[href], button, input, select, textarea, summary, [role=button], [role=tab], [role=radio]";
    const inSentence = (element) =>
      element.matches("a[href]") &&
      getComputedStyle(element).display === "inline" &&
      [...element.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    return [...document.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false }))
      .filter((element) => !inSentence(element) && !element.matches("[type=hidden], :disabled"))
      .map((element) => {
        // What a finger hits: the element, or the label that stands for it.
        const boxes = [element, ...(element.labels ?? [])].map((part) => part.getBoundingClientRect());
        const width = Math.max(...boxes.map((box) => box.width));
        const height = Math.max(...boxes.map((box) => box.height));
        return { width, height, html: element.outerHTML.slice(0, 120) };
      })
      .filter(({ width, height }) => width > 1 && height > 1)
      .filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)
      .map(({ width, height, html }) => `${width.toFixed(0)}×${height.toFixed(0)} ${html}`);
  });
  assert.deepEqual(small, [], `${new URL(page.url()).pathname}: targets smaller than 44 px`);
}

/**
 * axe finds no violation of WCAG 2.2 AA or of its best practices; a fault reads like a review.
 * `part` (a selector) looks at a part of the page alone, `rules` asks for these rules alone.
 */
export async function expectAccessible(page, state = "", { part = null, rules = null } = {}) {
  // Colours in mid-transition are nobody's contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((motion) => motion.finished)));
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE.source);
  const violations = await page.evaluate(async ({ part, rules }) => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
    const result = await window.axe.run(part ?? document, { runOnly });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 4).map(({ target, html, failureSummary }) => ({ target, html, failureSummary })),
    }));
  }, { part, rules });
  const report = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n` +
      nodes
        .map(({ target, html, failureSummary }) => `  ${target.join(" ")}\n    ${html.slice(0, 160)}\n    ${failureSummary.replaceAll("\n", "\n    ")}`)
        .join("\n"),
  );
  assert.equal(violations.length, 0, `axe on ${new URL(page.url()).pathname} ${state}\n${report.join("\n")}`);
}

/** Fits, can be tapped, is accessible in light and dark: what holds for every page in every state. */
export async function expectSound(page, state = "") {
  await expectFits(page);
  await expectTapTargets(page);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page, `${state} (${colorScheme})`);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/**
 * Goes through a page's screens in elder mode: each is sound, has one heading or more, says which
 * of how many it is, takes the focus, and nothing lies below the bar of 12333. Gives the screens'
 * texts.
 */
export async function expectElder(page, state = "") {
  await page.locator("html[data-elder]").waitFor();
  const call = page.locator("aside.call").getByRole("link", { name: /12333/ });
  await call.waitFor();
  // The pager's code comes by itself.
  await page.locator("nav.pager").waitFor({ state: "attached" });
  const next = page.locator("#screen-next");
  const texts = [];
  for (let nth = 1; ; nth += 1) {
    assert.ok(await call.isVisible(), `${state} screen ${nth}: 12333 is in reach`);
    texts.push(await page.locator("main").innerText());
    const said = page.locator("nav.pager").getByRole("status");
    const many = await said.isVisible();
    if (many) assert.ok(/\b(\d+)\b/.exec(await said.innerText())[1] === String(nth), `${state} says that it is screen ${nth}`);
    const name = `${state} screen ${nth}`;
    if (nth === 1) {
      await expectSound(page, name);
    } else {
      // What stands around the screen is as it was; in the dark only colours differ.
      await expectFits(page);
      await expectTapTargets(page);
      await expectAccessible(page, name, { part: "main" });
      await page.emulateMedia({ colorScheme: "dark" });
      await expectAccessible(page, `${name} (dark)`, { part: "main", rules: ["color-contrast"] });
      await page.emulateMedia({ colorScheme: "light" });
    }
    if (!many || !(await next.isVisible())) break;
    assert.ok(nth < 40, `${state}: the screens have an end`);
    await next.click();
    await page.waitForFunction((n) => document.querySelector("nav.pager [role=status]").textContent.includes(String(n)), nth + 1);
    await page.waitForFunction(() => document.activeElement?.matches("main :is(h1, h2, h3, h4)"));
  }
  return texts;
}

/** Saves a picture of the whole page as target/pictures/NAME.png and gives back its path. */
export async function picture(page, name) {
  await mkdir(PICTURES, { recursive: true });
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled" });
  return path;
}
