// The app and `bazhu serve` together: what one writes the other reads. Everything else about
// requests is tested with a stand-in (site.mjs), which can fail when it is told to.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { visit } from "./browser.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const PROGRAM = process.env.CLI_PROGRAM ?? join(ROOT, "target/debug/bazhu");
const TOKEN = "a-token-of-more-than-thirty-two-characters";

async function start(t) {
  const held = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => held.once("listening", resolve));
  const { port } = held.address();
  await new Promise((resolve) => held.close(resolve));
  const data = mkdtempSync(join(tmpdir(), "bazhu-e2e-"));
  const listen = `127.0.0.1:${port}`;
  const child = spawn(PROGRAM, ["serve", "--site", join(ROOT, "dist"), "--data", data, "--listen", listen], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, BAZHU_OPERATOR_TOKEN: TOKEN },
  });
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  t.after(async () => {
    child.kill();
    if (child.exitCode === null) await new Promise((resolve) => child.once("exit", resolve));
    rmSync(data, { recursive: true });
  });
  const url = `http://${listen}`;
  for (let wait = 0; wait < 300; wait += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return { url, said: () => said };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server does not start: ${said}`);
}

test("a request for a call: sent, seen by the operator, deleted by whoever sent it", async (t) => {
  const server = await start(t);
  const context = { baseURL: server.url, serviceWorkers: "block" };
  const { page } = await visit(t, "/enquiry#programme=care_entry", { context });
  await page.getByLabel("怎么称呼您").fill("示例一");
  await page.getByLabel("电话", { exact: true }).fill("138 0000 0000");
  await page.getByLabel("您在哪个区").selectOption({ label: "浦东新区" });
  await page.getByLabel(/^我同意/).check();
  await page.getByRole("button", { name: "发送" }).click();
  await page.getByRole("heading", { level: 1, name: "登记回执" }).waitFor();
  await page.waitForURL("**/enquiry/*-*");
  const receipt = new URL(page.url()).pathname.split("/").pop();

  const operator = await visit(t, "/operator", { context });
  await operator.page.getByLabel("运营口令").fill(TOKEN);
  await operator.page.getByRole("button", { name: "进入" }).click();
  await operator.page.getByText("回电：养老护理员入职补贴 · 浦东新区").waitFor();
  await operator.page.getByLabel("示例一的进度").selectOption("in_progress");
  await operator.page.getByText("已改。").waitFor();
  const [download] = await Promise.all([
    operator.page.waitForEvent("download"),
    operator.page.getByRole("button", { name: "导出 CSV" }).click(),
  ]);
  const table = await readFile(await download.path(), "utf8");
  assert.ok(table.includes(receipt) && table.includes("示例一") && table.includes("13800000000"), table);

  await page.getByLabel("电话后四位").fill("0000");
  await page.getByRole("button", { name: "看进度" }).click();
  await page.getByText("正在处理").waitFor();
  await page.getByRole("button", { name: "删除这份登记" }).click();
  await page.getByRole("button", { name: "确定删除" }).click();
  await page.getByText("已删除").first().waitFor();
  await operator.page.reload();
  await operator.page.getByLabel("运营口令").fill(TOKEN);
  await operator.page.getByRole("button", { name: "进入" }).click();
  await operator.page.getByText("2026.11.22").first().waitFor();
  assert.equal(await operator.page.getByText("示例一").count(), 0);
  assert.ok(!server.said().includes("13800000000") && !server.said().includes("示例一"), server.said());
});
