// What begins when a page is idle, without waiting for it; pages of a server of our own.
import assert from "node:assert/strict";
import { visit } from "./browser.mjs";

/** The requests of each page that have no end yet. */
const underWay = new WeakMap();

/** To be called before the page is opened: from then on `idle` and `forward` can move its clock. */
export function withClock(page) {
  const requests = new Set();
  underWay.set(page, requests);
  page.on("request", (request) => requests.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => requests.delete(request));
  return page.clock.install();
}

/**
 * Moves the page's clock by more than a request may take. What is on its way comes first: its time
 * would be up in a moment, and the page would give it up.
 */
export async function forward(page, milliseconds) {
  const requests = underWay.get(page);
  // One answer may lead to the next request.
  let still = 0;
  await until(() => {
    still = requests.size === 0 ? still + 1 : 0;
    return still > 3;
  }, "no request is on its way");
  await page.clock.fastForward(milliseconds);
}

/** Moves the page's clock to when what goes on beside it has begun. */
export async function idle(page) {
  // The first page of the app must have asked for it.
  await page.locator("footer.foot").waitFor();
  await page.clock.fastForward(7_000);
}

/** Waits until the site is kept on the device. */
export async function kept(page) {
  await idle(page);
  await page.locator("footer").getByText(/没有网络也能打开|opens without a network/).waitFor({ timeout: 60_000 });
  // Which files a version has is written last.
  await until(async () => (await keptFiles(page)).some((name) => name.startsWith("/~list/")));
}

/** Waits until something asynchronous holds: Playwright's `waitForFunction` takes a promise for true. */
export async function until(holds, what = "") {
  for (let look = 0; look < 300; look += 1) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  assert.fail(`it never holds: ${what || holds}`);
}

/** What the worker keeps: addresses with their hashes. */
export const keptFiles = (page) =>
  page.evaluate(async () => {
    const store = await caches.open("bazhu-files");
    return (await store.keys()).map(({ url }) => url.slice(location.origin.length));
  });

/** Has the browser look for a newer worker, and waits until it has taken over. */
export async function update(page) {
  await page.evaluate(async () => {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update();
    await changed;
  });
}

/** Opens a page of a server of our own. */
export async function open(t, site, path = "/check", options = {}) {
  const context = { baseURL: site.url, serviceWorkers: "allow", ...options.context };
  const view = await visit(t, null, { ...options, context });
  await withClock(view.page);
  if (path !== null) await view.page.goto(path);
  return view;
}

/** Follows a link to an address that no link of the page leads to. */
export const follow = (page, href) =>
  page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), { href, textContent: "x" });
    document.querySelector("main").append(link);
    link.click();
    link.remove();
  }, href);

/** No more than waiting and words about faults. */
export async function expectReady(page, path) {
  await page.locator("main h1").first().waitFor();
  await page.locator("main .waiting").first().waitFor({ state: "detached" });
  const alerts = await page.locator("main .card[role=alert]").allInnerTexts();
  assert.deepEqual(alerts, [], `${path} opens without a network`);
}
