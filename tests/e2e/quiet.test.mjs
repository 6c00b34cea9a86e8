// What the other tests mean by "nothing complained": a request given up counts, unless the document
// that made it was left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, visit } from "./browser.mjs";

/** A page on which `/slow` never gets an answer. */
async function waiting(t) {
  const { page, seen } = await visit(t, null);
  await page.route("**/slow*", () => {});
  await page.goto("/about");
  await page.locator("main h1").waitFor();
  return { page, seen };
}

test("a request that the page itself gives up is a fault", async (t) => {
  const { page, seen } = await waiting(t);
  const given = page.waitForEvent("requestfailed");
  await page.evaluate(async () => {
    const stop = new AbortController();
    const answer = fetch("/slow", { signal: stop.signal }).catch(() => {});
    setTimeout(() => stop.abort(), 100);
    await answer;
  });
  await given;
  assert.throws(() => expectQuiet(seen), /no request failed/);
  // A change of address within the document does not leave it.
  await page.evaluate(() => history.pushState(null, "", "/shortage"));
  assert.throws(() => expectQuiet(seen), /no request failed/);
});

test("what a document still fetches when it is left, in its frames too, is none", async (t) => {
  const { page, seen } = await waiting(t);
  const ask = (target) => target.evaluate(() => void fetch("/slow").catch(() => {}));
  await ask(page);
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "/embed/levels", name: "inner" });
    document.body.append(frame);
  });
  const inner = page.frameLocator("iframe[name=inner]");
  await inner.locator("h1").waitFor();
  await ask(page.frame("inner"));
  const given = page.waitForEvent("requestfailed", (request) => request.url().endsWith("/slow"));
  await page.reload();
  await given;
  await page.locator("main h1").waitFor();
  assert.equal(seen.requests.filter(({ url }) => url.endsWith("/slow")).length, 2);
  expectQuiet(seen);
});
