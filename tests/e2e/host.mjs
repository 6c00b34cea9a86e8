// Another site, as one that a widget is put on: another port and another host name than the site
// under test.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { SITE, visit } from "./browser.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/**
 * Serves pages on `localhost`, a site other than `127.0.0.1`, until the test ends.
 *
 * @param t the test
 * @param {Record<string, string | {html: string, headers?: Record<string, string>}>} pages by path
 * @returns {Promise<string>} the origin
 */
export async function host(t, pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, "http://x").pathname];
    if (page === undefined) return response.writeHead(404).end();
    const { html, headers = {} } = typeof page === "string" ? { html: page } : page;
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(html);
  });
  await new Promise((done) => server.listen(0, done));
  t?.after(() => server.close());
  const name = new URL(SITE).hostname === "localhost" ? "127.0.0.1" : "localhost";
  return `http://${name}:${server.address().port}`;
}

/** A page around a snippet, as a site of the public service might have it. */
export function around(snippet, { head = "", lang = "zh-CN" } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>办事</title>
    <link rel="icon" href="data:,">
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}</head>
    <body><main><h1>办事</h1><p>Before</p>${snippet}<p id="after">After</p></main></body></html>`;
}

/** The example site of the documents. */
export const EXAMPLE = "https://bazhu.example.org";

/** The snippets of docs/embedding.md, by the name that stands before each: `<!-- snippet: NAME -->`. */
export function documented() {
  const text = readFileSync(join(ROOT, "docs/embedding.md"), "utf8");
  const found = text.matchAll(/<!-- snippet: ([a-z-]+) -->\s*```[a-z]*\n([\s\S]*?)```/g);
  return new Map([...found].map(([, name, code]) => [name, code.replaceAll(EXAMPLE, SITE)]));
}

/** The frame of the nth widget on a page. */
export function widget(page, nth = 0) {
  return page.locator("iframe").nth(nth).contentFrame();
}

export const SNIPPETS = documented();

/** As strict as a page can be that shows widgets: nothing but what the documents say. */
export const STRICT = {
  "Content-Security-Policy":
    `default-src 'none'; img-src data:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'; ` +
    SNIPPETS.get("policy").replaceAll("\n", " "),
};

/** The answers of a row of data/shanghai/cases/sh_skill_upgrade.csv, by question. */
export const RESIDENT = {
  has_certificate: "是",
  situation: 2,
  residence: 0,
  certificate_kind: 0,
  certificate_level: "3",
  certificate_issued_on: "2026-01-15",
  working_age: "是",
  same_certificate_claimed: "否",
  certificate_in_shortage_list: "是",
  certificate_field: 1,
  disabled: "否",
  veteran_within_5_years: "否",
};

/** Opens a page of another site with a snippet. */
export async function show(t, snippet, options = {}) {
  const { headers, head, lang, path = "/", pages = {}, ...visiting } = options;
  const origin = await host(t, { [path]: { html: around(snippet, { head, lang }), headers }, ...pages });
  const opened = await visit(t, null, visiting);
  await opened.context.clock.setFixedTime(new Date("2026-11-22T10:00:00+08:00"));
  await opened.page.goto(origin + path);
  return { ...opened, origin };
}

/** Answers the question in a widget; gives its id, or null when there is none. */
export async function answer(frame, answers) {
  const asked = frame.locator(".asked");
  const id = await asked.getAttribute("data-question");
  const value = answers[id];
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (value === undefined) {
    await asked.getByRole("button", { name: /^(不清楚，先跳过|Not sure, skip)$/ }).click();
  } else if (typeof value === "number") {
    await asked.locator(".choice").nth(value).click();
  } else if (date) {
    for (const [nth, part] of date.slice(1).entries()) await asked.getByRole("textbox").nth(nth).fill(String(Number(part)));
    await asked.getByRole("textbox").last().press("Enter");
  } else if (/^\d/.test(value)) {
    await asked.getByRole("textbox").fill(value);
    await asked.getByRole("textbox").press("Enter");
  } else {
    await asked.getByRole("button", { name: value, exact: true }).click();
  }
  await frame.locator(`.asked:not([data-question="${id}"]), .widget:not(:has(.asked))`).first().waitFor();
  return id;
}

/** Answers everything that a widget asks and reads the result. */
export async function answerAll(frame, answers) {
  await frame.locator(".asked").waitFor();
  for (let n = 0; n < 40 && (await frame.locator(".asked").count()) > 0; n += 1) await answer(frame, answers);
  await frame.getByRole("button", { name: /^(看结果|See the result)$/ }).click();
}

/** The frame's own document, for what looks at a whole page. */
export const inside = async (page, nth = 0) => (await page.locator("iframe").nth(nth).elementHandle()).contentFrame();

/** The widget's colours: dark or light. */
export const theme = (page, nth) => widget(page, nth).locator("html").getAttribute("data-theme");

/** Waits until a widget, the first unless said, has these colours. */
export async function becomes(page, expected, nth = 0) {
  const frame = await inside(page, nth);
  await frame.waitForFunction((theme) => document.documentElement.dataset.theme === theme, expected);
}

