// Draws the icons of an installed site, public/icons/*.png, from public/icon.svg. Run it after a
// change of the drawing; the pictures are checked in, so that a build needs no browser.
//
//   CHROMIUM=/usr/bin/chromium node xtask/js/icons.mjs
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright-core";
import { chromiumPath } from "../../tests/e2e/browser.mjs";

const drawing = await readFile("public/icon.svg", "utf8");
const ground = drawing.match(/<rect[^>]*fill="([^"]+)"/)[1];
// A mask may cut everything outside of the inner 80 %; corners are the mask's own.
const square = drawing.replace(/ rx="[^"]+"/, "").replace(/<path/, '<path transform="translate(12 12) scale(.78) translate(-12 -12)"');

const icons = [
  { name: "icon-192", size: 192, svg: drawing },
  { name: "icon-512", size: 512, svg: drawing },
  { name: "maskable-512", size: 512, svg: square, full: true },
  // iOS rounds the corners itself and shows transparent ones black.
  { name: "apple-touch-180", size: 180, svg: square, full: true },
];

const browser = await chromium.launch({ executablePath: chromiumPath(), args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
await mkdir("public/icons", { recursive: true });
for (const { name, size, svg, full } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  const style = `body{margin:0;background:${full ? ground : "transparent"}}svg{display:block;width:${size}px;height:${size}px}`;
  await page.setContent(`<style>${style}</style>${svg}`);
  await writeFile(`public/icons/${name}.png`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
