// The site without a network: docs/offline.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, expectSound } from "./browser.mjs";
import { expectReady, follow, forward, idle, kept, keptFiles, open, until } from "./idle.mjs";
import { ROUTES } from "./routes.mjs";
import { serve } from "./site.mjs";

test("after one visit every page opens without a network", async (t) => {
  const site = await serve(t);
  const { page, context } = await open(t, site, "/check");
  await kept(page);
  await site.stop();
  await context.setOffline(true);
  for (const path of ROUTES) {
    await page.goto("about:blank");
    await page.goto(path);
    await expectReady(page, path);
  }
  for (const path of ["/plain/", "/plain/index.html", "/plain/en/sh_skill_upgrade.html"]) {
    await page.goto(path);
    assert.match(await page.locator("body").innerText(), /12333/, path);
  }
  // A file that does not exist is not answered with the app.
  await assert.rejects(page.goto("/nothing.pdf"), /ERR_/);
});

test("without a network the footer says so and how old the data are; answers survive a reload", async (t) => {
  const site = await serve(t);
  const { page, context, seen } = await open(t, site, "/check#q=residence");
  await page.getByRole("button", { name: "外省市" }).click();
  await page.waitForFunction(() => !location.hash.includes("q=residence"));
  await kept(page);
  expectQuiet(seen);
  await site.stop();
  await context.setOffline(true);
  await page.locator("footer").getByText("没有网络。这里是存在本机的内容，资料核对至 2026年11月22日").waitFor();
  await expectSound(page, "offline");
  await page.reload();
  await page.locator(".question").waitFor();
  await page.goto("/result");
  await page.getByRole("region", { name: "我的回答" }).getByText("外省市").waitFor();
  await idle(page);
  await page.locator("footer").getByText("没有网络。").waitFor();
  await context.setOffline(false);
  await page.locator("footer").getByText("没有网络。").waitFor({ state: "detached" });
});

/** Puts something else in the place of a kept file. */
const damage = (page, part) =>
  page.evaluate(async (part) => {
    const store = await caches.open("bazhu-files");
    const { url } = (await store.keys()).find(({ url }) => url.includes(part));
    const headers = (await store.match(url)).headers;
    await store.put(url, new Response("damaged", { headers }));
  }, part);

/** Whether what is kept under a name is what its hash says. */
const isWhole = (page, part) =>
  page.evaluate(async (part) => {
    const store = await caches.open("bazhu-files");
    const { url } = (await store.keys()).find(({ url }) => url.includes(part)) ?? { url: "?" };
    const bytes = await (await store.match(url))?.arrayBuffer();
    if (!bytes) return false;
    const digest = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].slice(0, 16);
    return digest.map((byte) => byte.toString(16).padStart(2, "0")).join("") === url.split("?")[1];
  }, part);

test("a damaged or missing file is noticed and mended from the network", async (t) => {
  const site = await serve(t);
  const { page, seen } = await open(t, site);
  await kept(page);
  for (const part of ["/app.html", "_bg", ".pack", "split_guide", ".courses.", "/styles/learn"]) {
    await damage(page, part);
    assert.equal(await isWhole(page, part), false, part);
  }
  for (const path of ["/levels", "/courses", "/programmes"]) {
    await page.goto("about:blank");
    await page.goto(path);
    await expectReady(page, path);
  }
  for (const part of ["/app.html", "_bg", ".pack", "split_guide", ".courses.", "/styles/learn"]) {
    await until(() => isWhole(page, part), `${part} is mended`);
  }
  await page.evaluate(() => caches.delete("bazhu-files"));
  await page.goto("/levels");
  await expectReady(page, "/levels, with nothing kept");
  await until(() => isWhole(page, "split_guide"), "split_guide is kept again");
  expectQuiet(seen);
});

test("a damaged page without a network says what to do; a damaged pack is not computed with", async (t) => {
  const site = await serve(t);
  const { page, context } = await open(t, site);
  await kept(page);
  await damage(page, ".pack");
  // Else the browser's own copy of the file would mend it.
  await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
  await site.stop();
  await context.setOffline(true);
  await page.goto("/result");
  await page.getByRole("alert").getByText("规则数据没有取到").waitFor();
  assert.equal(await page.locator(".amount").count(), 0);
  await damage(page, "/app.html");
  await page.goto("/levels");
  await page.getByRole("heading", { name: "没有网络" }).waitFor();
  assert.match(await page.locator("body").innerText(), /连上网络后重新载入[\s\S]*12333[\s\S]*Connect and load the page again/);
  await site.start();
  await context.setOffline(false);
  await page.goto("/result");
  await page.locator("footer").getByText("规则版本").waitFor();
});

test("the API and what a visitor answers are never kept by the worker", async (t) => {
  const site = await serve(t);
  const { page } = await open(t, site, "/check#q=residence");
  await page.getByRole("button", { name: "外省市" }).click();
  await kept(page);
  await page.goto("/result#v=0&a=residence-shanghai");
  await page.locator("main h1").waitFor();
  await page.evaluate(() => fetch("/api/v1/packs/current"));
  const names = await keptFiles(page);
  assert.deepEqual(names.filter((name) => name.includes("/api/") || name.includes("residence-")), []);
  // Whatever is kept is a file of the site, or says which files and pages there are.
  const ours = new Set([...site.files.keys()].map((name) => `/${name}`));
  const strange = names.filter((name) => !ours.has(name.split("?")[0]) && !/^\/~(list|client)\//.test(name));
  assert.deepEqual(strange, []);
});

test("who saves data is asked first", async (t) => {
  const site = await serve(t);
  const { page, seen } = await open(t, site, null);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await page.goto("/check");
  await idle(page);
  const button = page.getByRole("button", { name: /存到本机，没有网络也能打开（最多 1 MB）/ });
  await button.waitFor();
  await expectSound(page, "offered");
  assert.equal(site.log.filter((line) => line.includes("sw.js")).length, 0);
  await button.click();
  await kept(page);
  expectQuiet(seen);
});

test("without service workers, and with storage blocked, the site works as before", async (t) => {
  const site = await serve(t);
  for (const options of [{ context: { serviceWorkers: "block" } }, { storage: false }]) {
    const { page, seen } = await open(t, site, null, options);
    if (options.storage === false) {
      // As browsers do that block site data.
      await page.addInitScript(() => {
        const refuse = () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError"));
        navigator.serviceWorker.register = refuse;
        navigator.serviceWorker.getRegistration = refuse;
      });
    }
    await page.goto("/check");
    await page.locator(".question").waitFor();
    await idle(page);
    await follow(page, "/levels");
    await page.getByRole("heading", { level: 1, name: "我能考几级" }).waitFor();
    await forward(page, 60_000);
    await page.waitForTimeout(500);
    assert.equal(await page.getByText("没有网络也能打开").count(), 0);
    assert.deepEqual(seen.pageErrors, []);
    assert.deepEqual(seen.failed, []);
  }
});

test("the site can be installed", async (t) => {
  const site = await serve(t);
  const { page, context } = await open(t, site, "/");
  await kept(page);
  const cdp = await context.newCDPSession(page);
  const { url, errors, data } = await cdp.send("Page.getAppManifest");
  assert.equal(url, `${site.url}/manifest.webmanifest`);
  assert.deepEqual(errors, []);
  // A profile of a test is like a private window, where nothing may be installed.
  const { installabilityErrors } = await cdp.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"), []);
  const manifest = JSON.parse(data);
  assert.equal(manifest.start_url, "/");
  for (const { src, sizes, type } of manifest.icons) {
    const [width, kind] = await page.evaluate(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      return [image.naturalWidth, (await fetch(src)).headers.get("content-type")];
    }, src);
    assert.equal(kind, type, src);
    if (sizes !== "any") assert.equal(`${width}x${width}`, sizes, src);
  }
  for (const { url } of manifest.shortcuts) {
    await page.goto(url);
    await page.locator("h1").first().waitFor();
  }
  const touch = await page.goto("/").then(() => page.locator("link[rel=apple-touch-icon]").getAttribute("href"));
  assert.equal((await page.request.get(touch)).status(), 200);
});
