// Asking for a call: with a connection, without one, with a server that fails; the receipt.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectQuiet, expectSound, visit } from "./browser.mjs";
import { follow, forward, idle, kept, until, withClock } from "./idle.mjs";
import { backend, serve } from "./site.mjs";

/** A page of a site with a server. */
async function open(t, path, options = {}) {
  const site = await serve(t);
  if (options.api !== false) site.api = backend(site.files);
  const view = await visit(t, null, { ...options, context: { baseURL: site.url, serviceWorkers: options.worker ? "allow" : "block" } });
  await withClock(view.page);
  if (path) await view.page.goto(path);
  return { site, ...view };
}

async function fill(page, { name = "示例", phone = "138 0000 0000", english = false } = {}) {
  await page.getByLabel(english ? "How to address you" : "怎么称呼您").fill(name);
  await page.getByLabel(english ? "Telephone" : "电话", { exact: true }).fill(phone);
  await page.getByLabel(english ? /^I agree/ : /^我同意/).check();
}

const posts = (site) => site.log.filter((line) => line === "POST /api/v1/enquiries").length;

for (const screen of ["phone", "desktop"]) {
  test(`sent, with a receipt to see it by and to delete it by (${screen})`, async (t) => {
    const { page, site, seen } = await open(t, "/enquiry#programme=care_entry", { screen });
    await page.getByText("项目：养老护理员入职补贴").waitFor();
    await page.getByText("您在本站回答的问题和测算结果不会发出。").waitFor();
    await page.getByText("最多 90 天").waitFor();
    await expectSound(page, "the form");
    await page.getByRole("button", { name: "发送" }).click();
    for (const text of ["请填称呼", "请填 11 位手机号", "要您同意，才能发出。"]) await page.getByText(text).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), "caller");
    await expectSound(page, "with faults");
    await fill(page);
    await page.getByLabel("您在哪个区").selectOption({ label: "浦东新区" });
    await page.getByRole("button", { name: "发送" }).click();
    await page.getByRole("heading", { level: 1, name: "登记回执" }).waitFor();
    const { receipt, ...kept } = site.api.enquiries[0];
    assert.deepEqual(
      { kind: kept.kind, name: kept.name, phone: kept.phone, district: kept.district, programme: kept.programme, consent: kept.consent, language: kept.language },
      { kind: "callback", name: "示例", phone: "13800000000", district: "310115", programme: "care_entry", consent: true, language: "zh" },
    );
    await expectAddress(page, (url) => url.pathname === `/enquiry/${receipt}`);
    await page.getByText(receipt, { exact: true }).waitFor();
    await expectSound(page, "the receipt");
    await page.getByRole("button", { name: "看进度" }).click();
    await page.getByText("请填 4 位数字。").waitFor();
    await page.getByLabel("电话后四位").fill("1111");
    await page.getByRole("button", { name: "看进度" }).click();
    await page.getByText("没有查到。请核对").waitFor();
    await page.getByLabel("电话后四位").fill("0000");
    await page.getByRole("button", { name: "看进度" }).click();
    await page.getByText("已收到，还没有人处理").waitFor();
    await page.getByText("2027年2月25日").waitFor();
    await page.getByRole("button", { name: "删除这份登记" }).click();
    await expectSound(page, "asked once more");
    await page.getByRole("button", { name: "确定删除" }).click();
    await page.getByText("已删除。").waitFor();
    assert.deepEqual(site.api.enquiries, []);
    await page.getByRole("link", { name: "再写一份" }).click();
    await page.getByLabel("怎么称呼您").waitFor();
    assert.equal(await page.getByText("这台设备上的登记").count(), 0);
    // A wrong receipt is answered with 404: that is how the API says so.
    assert.deepEqual(seen.pageErrors, []);
    assert.deepEqual(seen.failed.filter((line) => !line.endsWith("404")), []);
  });
}

test("English is complete, and the number asked to be called is asked in English", async (t) => {
  const { page, site } = await open(t, "/enquiry?lang=en");
  await page.getByText("A general question").waitFor();
  await expectSound(page, "the form in English");
  await fill(page, { english: true });
  site.api.next = [422];
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.locator("#sent").getByText("This number is not in use.").waitFor();
  await expectSound(page, "refused in English");
  assert.equal(site.api.enquiries.length, 0);
  // What was typed is still there, to be changed.
  await page.getByRole("button", { name: "Change" }).click();
  assert.equal(await page.getByLabel("How to address you").inputValue(), "示例");
  await page.getByLabel("Telephone", { exact: true }).fill("13900000000");
  await page.getByLabel(/^I agree/).check();
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Receipt" }).waitFor();
  assert.equal(site.api.enquiries.length, 1);
  assert.equal(site.api.enquiries[0].language, "en");
  await page.getByLabel("Last four digits").fill("0000");
  await page.getByRole("button", { name: "See how far it is" }).click();
  await page.getByText("Received; nobody has looked at it yet").waitFor();
  await expectSound(page, "the receipt in English");
});

test("without a network it is kept, survives a reload, and is sent once when the network is back, with two pages open", async (t) => {
  const { page, site, context, seen } = await open(t, "/check", { worker: true });
  await kept(page);
  const other = await context.newPage();
  await other.goto("/levels");
  await other.locator("main h1").waitFor();
  await context.setOffline(true);
  await page.goto("/enquiry");
  await page.getByText("现在没有网络。内容会存在这台设备上").waitFor();
  await fill(page);
  await expectSound(page, "offline");
  await page.getByRole("button", { name: "存下，联网后发送" }).click();
  await page.locator("#sent").getByText("已存在这台设备上，联网并打开本站后自动发送一次。").waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "这台设备上的登记" }).waitFor();
  await page.getByText("已存在这台设备上").waitFor();
  await expectSound(page, "one that waits");
  await withClock(other);
  await other.reload();
  await Promise.all([idle(page), idle(other)]);
  await page.locator("footer").getByText("没有网络。").waitFor();
  await other.locator("footer").getByText("没有网络。").waitFor();
  assert.equal(posts(site), 0);
  await context.setOffline(false);
  await Promise.any([page, other].map((it) => it.locator(".news").getByText("已经发出：一般咨询").waitFor()));
  await page.waitForTimeout(1_000);
  assert.equal(site.api.enquiries.length, 1);
  assert.equal(posts(site), 1, "one request, whoever of the two sends it");
  await page.goto("/enquiry");
  await page.getByRole("link", { name: "看回执" }).first().click();
  await page.getByText(site.api.enquiries[0].receipt, { exact: true }).waitFor();
  assert.deepEqual(seen.pageErrors, []);
});

test("an answer that is lost on the way: sent again under the same key, kept once", async (t) => {
  const { page, site } = await open(t, "/enquiry");
  site.api.next = ["drop", 503];
  await page.getByText("一般咨询").waitFor();
  await fill(page);
  await page.getByRole("button", { name: "发送" }).click();
  await page.locator("#sent").getByText("服务器暂时没有收下").waitFor();
  assert.equal(site.api.enquiries.length, 1);
  await page.reload();
  await idle(page);
  // The next attempt is planned when the one before has failed.
  const sent = page.locator(".news").getByText("已经发出：一般咨询。");
  await until(async () => {
    await forward(page, 60_000);
    return sent.isVisible();
  }, "it is sent again");
  assert.equal(site.api.enquiries.length, 1, "kept once");
  assert.ok(posts(site) >= 3);
  await page.locator(".news").getByRole("link", { name: "看回执" }).click();
  await page.getByText(site.api.enquiries[0].receipt, { exact: true }).waitFor();
});

test("a refusal is told on any page, kept, and can be deleted", async (t) => {
  const { page, site } = await open(t, "/enquiry");
  site.api.next = [503, 422];
  await page.getByText("一般咨询").waitFor();
  await fill(page);
  await page.getByRole("button", { name: "发送" }).click();
  await page.locator("#sent").getByText("服务器暂时没有收下").waitFor();
  await page.goto("/loan");
  await idle(page);
  const told = page.locator(".news").getByText("有一份登记没有发成");
  await until(async () => {
    await forward(page, 16_000);
    return told.isVisible();
  }, "a refusal is told");
  await expectSound(page, "told of a refusal");
  await page.locator(".news").getByRole("link", { name: "看原因" }).click();
  await page.locator(".mine").getByText("没有收下：有几处要改。 这个号码是空号。").waitFor();
  await page.locator(".mine").getByRole("button", { name: "删除" }).click();
  await page.locator(".mine").waitFor({ state: "detached" });
  assert.equal(site.api.enquiries.length, 0);
  assert.equal(await page.evaluate(() => localStorage.getItem("bazhu.outbox").includes("138")), false);
});

test("nothing can be kept and there is no network: it says that it must be sent now, and what was typed stays", async (t) => {
  const { page, context, site } = await open(t, "/enquiry", { storage: false });
  await page.getByText("一般咨询").waitFor();
  await idle(page);
  await fill(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "存下，联网后发送" }).click();
  await page.getByText("现在没有网络，浏览器又不让保存。").waitFor();
  assert.equal(await page.getByLabel("怎么称呼您").inputValue(), "示例");
  await context.setOffline(false);
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("heading", { level: 1, name: "登记回执" }).waitFor();
  assert.equal(site.api.enquiries.length, 1);
});

test("where nobody takes requests the page says so and gives 12333; what a site without a server cannot know is not asked", async (t) => {
  const { page, context, seen } = await open(t, "/enquiry", { api: false });
  await page.getByRole("heading", { name: "本站不收登记" }).waitFor();
  assert.equal(await page.getByRole("main").getByRole("link", { name: "打 12333" }).getAttribute("href"), "tel:12333");
  assert.equal(await page.locator("form").count(), 0);
  await expectSound(page, "no service");
  expectQuiet(seen);
  await context.setOffline(true);
  await page.evaluate(() => document.querySelector("a.brand").click());
  await follow(page, "/enquiry");
  await page.getByText("还不知道本站收不收登记").waitFor();
  await expectSound(page, "nobody knows");
});

test("a sample course takes no request, and says why", async (t) => {
  const { page, site, seen } = await open(t, "/enquiry#course=S0001");
  await page.getByRole("heading", { name: "示例课程，不收报名" }).waitFor();
  await page.getByText("示例数据").first().waitFor();
  assert.equal(await page.locator("form").count(), 0);
  await expectSound(page, "a sample course");
  await page.goto("about:blank");
  await page.goto("/enquiry#course=none");
  await page.getByText("这里没有这个课程，改为一般咨询。").waitFor();
  await page.goto("about:blank");
  await page.goto("/courses/S0001");
  await page.getByText("示例课程，不收报名意向。").waitFor();
  assert.equal(posts(site), 0);
  expectQuiet(seen);
});

test("clearing everything takes what waits and the receipts along, after a warning", async (t) => {
  const { page, site } = await open(t, "/enquiry");
  await page.getByText("一般咨询").waitFor();
  await fill(page);
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("heading", { level: 1, name: "登记回执" }).waitFor();
  site.api.next = [503];
  await page.getByRole("link", { name: "再写一份" }).click();
  await fill(page, { phone: "13900000000" });
  await page.getByRole("button", { name: "发送" }).click();
  await page.locator("#sent").getByText("服务器暂时没有收下").waitFor();
  await page.goto("/result");
  await page.getByText("几种情况").click();
  await page.getByRole("button", { name: "清除全部回答" }).click();
  await page.getByText("没有发出的登记和回执编号都会删掉").waitFor();
  await page.getByRole("alert").getByRole("button", { name: "确定清除" }).click();
  await page.waitForFunction(() => localStorage.getItem("bazhu.outbox") === null);
  await page.goto("/enquiry");
  await page.getByLabel("怎么称呼您").waitFor();
  assert.equal(await page.locator(".mine").count(), 0);
});
