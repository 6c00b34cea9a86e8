// Newer versions of the site, while pages of an older one are open: docs/offline.md.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectQuiet, expectSound } from "./browser.mjs";
import { expectReady, follow, idle, kept, keptFiles, open, update, until } from "./idle.mjs";
import { isKept, newVersion, otherPack, packOf, serve, withPack } from "./site.mjs";

test("a newer version is fetched in the background, only what changed, and takes over at the next navigation", async (t) => {
  const site = await serve(t);
  const { page, context, seen } = await open(t, site);
  await kept(page);
  const before = await keptFiles(page);
  const other = await context.newPage();
  await other.goto("/result");
  await other.getByRole("heading", { level: 1 }).waitFor();

  const pack = otherPack(packOf(site.files).bytes, ["2026.11.22", "2026.12.01"]);
  const old = new Set(site.files.keys());
  site.files = newVersion(site.files, withPack(pack));
  site.log.length = 0;
  await update(page);
  await page.getByText("规则有更新。本页还是按原来的规则计算的").waitFor();
  const fetched = site.log.filter((line) => !/ \/(sw\.js|app\.html|api\/.*)$/.test(line)).map((line) => line.slice(5));
  for (const name of fetched) assert.ok(!old.has(name), `${name} did not change and was fetched again`);
  assert.ok(fetched.length > 5 && fetched.some((name) => name.endsWith(".pack")), fetched.join(" "));

  // The page goes on with its own files, which neither the server nor the browser's own cache has.
  await (await context.newCDPSession(page)).send("Network.clearBrowserCache");
  site.log.length = 0;
  await follow(page, "/levels");
  await page.getByRole("heading", { level: 1, name: "我能考几级" }).waitFor();
  await follow(page, "/courses");
  await page.locator(".catalogue li").first().waitFor();
  await page.locator("footer").getByText("规则版本 2026.11.22").waitFor();
  assert.deepEqual(site.log.filter((line) => /parts|\.part|\.css/.test(line)), []);

  await page.getByRole("button", { name: "重新载入" }).click();
  await page.locator("footer").getByText("规则版本 2026.12.01").waitFor();
  await idle(page);
  await page.getByText("规则已更新：版本 2026.12.01").waitFor();
  await expectSound(page, "told of newer rules");
  await page.reload();
  await page.locator("footer").getByText("规则版本 2026.12.01").waitFor();
  await idle(page);
  await page.locator("footer").getByText("没有网络也能打开").waitFor();
  assert.equal(await page.getByText("规则已更新").count(), 0, "it is said once");

  // The other page is of the older version: its files stay until it goes.
  const lists = async () => (await keptFiles(page)).filter((name) => name.startsWith("/~list/")).length;
  assert.equal(await lists(), 2);
  await other.close();
  await page.reload();
  await page.locator(".question, main h1").first().waitFor();
  await until(async () => (await lists()) === 1);
  const now = await keptFiles(page);
  const gone = before.filter((name) => /split_levels|split_guide|app-/.test(name));
  assert.ok(gone.length > 0 && gone.every((name) => !now.includes(name)), "what nobody uses is forgotten");
  assert.deepEqual(seen.pageErrors, []);
});

test("a newer site with the same rules says so once, in either language", async (t) => {
  const site = await serve(t);
  const { page, seen } = await open(t, site, "/?lang=en");
  await kept(page);
  site.files = newVersion(site.files);
  await update(page);
  assert.equal(await page.locator(".news").count(), 0, "nothing to decide, so nothing is said yet");
  await page.reload();
  await idle(page);
  await page.getByText("The site was updated. The rules are the same.").waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByText("网站已更新到新版本。规则没有变。").waitFor();
  await page.getByRole("button", { name: "知道了" }).click();
  await page.locator(".news").waitFor({ state: "detached" });
  await page.reload();
  await idle(page);
  await page.locator("footer").getByText("没有网络也能打开").waitFor();
  assert.equal(await page.locator(".news").count(), 0);
  expectQuiet(seen);
});

test("a version that is not whole is not used, and the next attempt goes on where it broke off", async (t) => {
  const site = await serve(t);
  const files = site.files;
  const missing = [...files.keys()].find((name) => name.includes("split_learn"));
  site.files = new Map(files);
  // Another content under that name, as while a site is being replaced.
  site.files.set(missing, Buffer.from("something else"));
  const { page } = await open(t, site, "/check");
  await idle(page);
  // All but that file have arrived: the list is of what is kept, some of it only when it is used.
  const all = [...files.keys()].filter((name) => isKept(name) && !name.startsWith("workers/")).length;
  await until(async () => (await keptFiles(page)).length === all - 1);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
  assert.equal((await keptFiles(page)).filter((name) => name.includes("/~list/")).length, 0);
  site.files = files;
  site.log.length = 0;
  await page.reload();
  await kept(page);
  const again = site.log.filter((line) => /\.(part|wasm)$/.test(line) && !line.includes(missing));
  assert.deepEqual(again, [], "what had arrived is not fetched again");
});

test("a worker without a list takes itself away, and all it kept", async (t) => {
  const site = await serve(t);
  const { page } = await open(t, site);
  await kept(page);
  const files = new Map(site.files);
  const worker = files.get("sw.js").toString();
  files.set("sw.js", Buffer.from(worker.replace(/(const \[VERSION, FILES\] = ).*;\n/, "$1[null, null];\n")));
  site.files = files;
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await until(() => page.evaluate(async () => !(await caches.has("bazhu-files")) && !(await navigator.serviceWorker.getRegistration())));
  site.log.length = 0;
  await page.goto("/levels");
  await expectReady(page, "/levels");
  assert.ok(site.log.includes("GET /levels"), "pages come from the server again");
  assert.equal(await page.evaluate(() => caches.has("bazhu-files")), false);
});
