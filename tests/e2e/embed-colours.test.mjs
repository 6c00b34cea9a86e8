// A widget's colours and language are those of the page around it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SNIPPETS, becomes, show, theme, widget } from "./host.mjs";

const DARK = `<style>html { color-scheme: dark } body { background: #111; color: #eee }
  html.day { color-scheme: light } .day body { background: #fff; color: #222 }</style>`;

test("a dark page has a dark widget, and it follows", async (t) => {
  const { page } = await show(t, SNIPPETS.get("loader"), { head: DARK });
  await widget(page).locator(".widget").waitFor();
  assert.equal(await theme(page), "dark");
  await page.evaluate(() => document.documentElement.classList.add("day"));
  await becomes(page, "light");
  await page.evaluate(() => document.documentElement.classList.remove("day"));
  await becomes(page, "dark");
});

test("colours in other notations are understood; a page without colours is light on a dark device", async (t) => {
  for (const [colour, expected] of [["oklch(0.97 0.01 260)", "dark"], ["oklab(0.2 0 0)", "light"], ["hsl(0 0% 95%)", "dark"], ["", "light"]]) {
    const { page } = await show(t, SNIPPETS.get("loader"), { head: `<style>body { color: ${colour} }</style>`, dark: true });
    await widget(page).locator(".widget").waitFor();
    assert.equal(await theme(page), expected, colour);
  }
});

test("a page that follows the device takes the widget along", async (t) => {
  const { page } = await show(t, SNIPPETS.get("loader"), { head: "<style>html { color-scheme: light dark }</style>" });
  await widget(page).locator(".widget").waitFor();
  assert.equal(await theme(page), "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await becomes(page, "dark");
});

test("a frame without the script follows the device; a theme that is asked for stays", async (t) => {
  const plain = SNIPPETS.get("frame").replace("&amp;theme=light", "");
  const { page } = await show(t, plain);
  await widget(page).locator(".widget").waitFor();
  assert.equal(await theme(page), "light");
  await page.emulateMedia({ colorScheme: "dark" });
  await becomes(page, "dark");
  const fixed = await show(t, SNIPPETS.get("loader").replace("<a ", '<a data-theme="light" '), { head: DARK, dark: true });
  await widget(fixed.page).locator(".widget").waitFor();
  assert.equal(await theme(fixed.page), "light");
});

test("the language is that around the link", async (t) => {
  const { page } = await show(t, `<div lang="en-GB">${SNIPPETS.get("loader")}</div>`);
  await widget(page).getByRole("heading", { level: 1, name: "What may I claim?" }).waitFor();
  await widget(page).getByRole("button", { name: "中文" }).click();
  await widget(page).getByRole("heading", { level: 1, name: "技能补贴测算" }).waitFor();
});
