// The operator's page: a token that is kept nowhere, enquiries, the table, releases.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { expectSound, visit } from "./browser.mjs";
import { TOKEN, backend, serve } from "./site.mjs";

async function open(t, { api = true, ...options } = {}) {
  const site = await serve(t);
  if (api) {
    site.api = backend(site.files);
    const base = { kind: "callback", consent: true, language: "zh", state: "new", created_at: "2026-11-27T08:00:00Z", changed_at: "2026-11-27T08:00:00Z", kept_until: "2027-02-25T08:00:00Z" };
    site.api.enquiries = [
      { ...base, receipt: "AAAA-2222-3333", name: "示例一", phone: "13800000001", programme: "care_entry", district: "310115" },
      { ...base, receipt: "BBBB-2222-3333", name: "示例二", phone: "13800000002", kind: "course", course: "R0001" },
      { ...base, receipt: "CCCC-2222-3333", name: "Sample", phone: "02112345678", language: "en" },
    ];
    const release = { id: "shanghai", note: "", published_at: "2026-11-27T08:00:00Z", cause: "publish", current: false };
    site.api.releases = [
      { ...release, number: 2, version: "2026.12.01", hash: "b".repeat(32), current: true, note: "上调标准" },
      { ...release, number: 1, version: "2026.11.22", hash: "a".repeat(32), cause: "build" },
    ];
  }
  const view = await visit(t, "/operator", { ...options, context: { baseURL: site.url, serviceWorkers: "block" } });
  return { site, ...view };
}

async function enter(page, token = TOKEN, english = false) {
  await page.getByLabel(english ? "Operator's token" : "运营口令").fill(token);
  await page.getByRole("button", { name: english ? "Enter" : "进入" }).click();
}

for (const screen of ["phone", "desktop"]) {
  test(`enquiries and releases behind a token (${screen})`, async (t) => {
    const { page, site, seen } = await open(t, { screen });
    await page.getByRole("heading", { level: 1, name: "运营" }).waitFor();
    assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
    await expectSound(page, "the door");
    await page.getByRole("button", { name: "进入" }).click();
    await page.getByText("请填口令。").waitFor();
    await enter(page, "wrong");
    await page.getByText("口令不对，或者服务器没有开通运营。").waitFor();
    await enter(page);
    await page.getByText("Sample").first().waitFor();
    await expectSound(page, "inside");
    assert.equal(await page.locator(".inbox").first().locator("li").count(), 2);
    await page.getByRole("button", { name: "再看更早的" }).click();
    await page.getByText("示例一").first().waitFor();
    assert.equal(await page.getByRole("link", { name: "13800000001" }).getAttribute("href"), "tel:13800000001");
    await page.getByText("回电：养老护理员入职补贴 · 浦东新区").waitFor();
    await page.getByLabel("示例一的进度").selectOption("in_progress");
    await page.getByText("已改。").waitFor();
    assert.equal(site.api.enquiries[0].state, "in_progress");
    await page.getByLabel("只看").selectOption("in_progress");
    await page.getByText("示例二").waitFor({ state: "detached" });
    await page.getByText("示例一").first().waitFor();
    assert.equal(await page.locator(".inbox").first().locator("li").count(), 1);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出 CSV" }).click()]);
    const table = await readFile(await download.path(), "utf8");
    assert.equal(download.suggestedFilename(), "enquiries.csv");
    assert.ok(table.startsWith("\ufeffreceipt,name,phone\r\nAAAA-2222-3333,示例一,13800000001\r\n"), table);
    await page.getByText("用完请删除").waitFor();
    await page.getByText("上调标准").waitFor();
    await page.getByRole("button", { name: "恢复到这一版" }).click();
    await page.getByText("所有访客马上改用版本 2026.11.22 的规则。").waitFor();
    await expectSound(page, "asked once more");
    await page.getByRole("button", { name: "不恢复" }).click();
    assert.equal(site.api.releases[0].current, true);
    await page.getByRole("button", { name: "恢复到这一版" }).click();
    await page.getByRole("button", { name: "确定恢复" }).click();
    await page.getByText("已恢复。").waitFor();
    assert.equal(site.api.releases[1].current, true);
    // Neither the token nor a name is kept anywhere on the device, nor stands in an address.
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
    for (const text of [TOKEN, "示例一", "13800000001"]) assert.ok(!stored.includes(text), text);
    for (const { url } of seen.requests) assert.ok(!url.includes(TOKEN), url);
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByLabel("运营口令").waitFor();
    assert.equal(await page.getByText("示例一").count(), 0);
    assert.equal(await page.getByLabel("运营口令").inputValue(), "");
    assert.deepEqual(seen.pageErrors, []);
    assert.deepEqual(seen.failed.filter((line) => !line.endsWith("401")), []);
  });
}

test("it is reached from /about, and leaving the page forgets the token", async (t) => {
  const { page } = await open(t);
  await page.goto("/about");
  await page.getByRole("main").getByRole("link", { name: "运营页" }).click();
  await enter(page);
  await page.getByText("Sample").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "关于本站" }).waitFor();
  await page.goForward();
  await page.getByLabel("运营口令").waitFor();
  assert.equal(await page.getByLabel("运营口令").inputValue(), "");
  assert.equal(await page.getByText("Sample").count(), 0);
});

test("in English, and where there is no server", async (t) => {
  const { page } = await open(t);
  await page.getByRole("button", { name: "English" }).click();
  await enter(page, TOKEN, true);
  await page.getByText("In English").waitFor();
  await page.getByText("Version 2026.12.01").waitFor();
  await expectSound(page, "inside, in English");
  const without = await open(t, { api: false });
  await enter(without.page);
  await without.page.getByText("这个网站没有服务端").first().waitFor();
  await expectSound(without.page, "no server");
});
