// The result: links that carry it, English, every state sound.
import assert from "node:assert/strict";
import { test } from "node:test";
import { expectAddress, expectQuiet, expectSound, visit } from "./browser.mjs";

const ANSWERS =
  "has_certificate-true~situation-employed~residence-shanghai~certificate_kind-level~certificate_level-4" +
  "~certificate_issued_on-2026-08-01~working_age-true~same_certificate_claimed-false" +
  "~certificate_in_shortage_list-true~certificate_field-other~disabled-false~veteran_within_5_years-false" +
  "~employer_kind-enterprise~ui_insured_months-24~certificate_verified-true~higher_level_claimed-false" +
  "~training_subsidy_claimed-false~claims_this_year-0~care_frontline-false";
const LINK = `/result#v=0&d=2026-11-22&f=worker&a=${ANSWERS}`;
/** Chinese characters; the names of authorities, apps and certificates may stand in English texts in brackets. */
const CHINESE = /[\u4e00-\u9fff]/;

test("a link opens in a fresh profile and takes nothing away from answers that are there", async (t) => {
  const { page, seen } = await visit(t, LINK);
  await page.getByText("已打开链接里的情况。").waitFor();
  await page.getByText("这个链接是用另一个版本的规则做的").waitFor();
  const link = await page.getByLabel("分享链接").inputValue();
  assert.match(link, /\/result#v=[0-9a-f]{12}&d=2026-11-22&f=worker&a=/);
  await expectAddress(page, (url) => url.hash === "");

  const fresh = await visit(t, null);
  await fresh.page.goto(link);
  await fresh.page.getByText("已打开链接里的情况。").waitFor();
  assert.equal(await fresh.page.getByText("另一个版本").count(), 0);
  const sum = (view) => view.locator(".hero .big").innerText();
  assert.equal(await sum(fresh.page), "¥1,600");
  assert.equal(await sum(page), "¥1,600");

  const own = await visit(t, "/check#q=residence");
  await own.page.getByRole("button", { name: "外省市" }).click();
  await own.page.waitForFunction(() => !location.hash.includes("q=residence"));
  await own.page.goto(link);
  await own.page.getByText("另存为一份；您原来的回答没有改动").waitFor();
  await own.page.getByText("几种情况").click();
  await own.page.getByRole("button", { name: /^换成这份/ }).click();
  await own.page.getByRole("region", { name: "我的回答" }).getByText("外省市").waitFor();
  expectQuiet(seen);
});

test("two grants that exclude each other: the better one is taken and the other named", async (t) => {
  const { page } = await visit(t, LINK);
  const best = page.locator("section.card").filter({ has: page.getByRole("heading", { name: "怎么组合最多" }) });
  await best.getByText("没有算进：技能提升补贴（失业保险基金）").waitFor();
  assert.match(await best.innerText(), /上海市职业技能提升补贴\s*¥1,600/);
  assert.match(await best.innerText(), /最多 ¥1,500/);
});

test("the working shows conditions, steps with values, and sources", async (t) => {
  const { page } = await visit(t, LINK);
  const card = page.locator("#p-sh_skill_upgrade");
  await card.locator("details.working > summary").click();
  assert.equal(await card.locator(".tick.rust").count(), 0);
  assert.ok((await card.locator(".tick.jade").count()) >= 6);
  assert.match(await card.locator(".steps").innerText(), /¥2,000[\s\S]*0\.8[\s\S]*¥1,600/);
  assert.ok((await card.locator(".sources li").count()) >= 1);
  await card.getByText("待核实，以 12333 为准").first().waitFor();
});

test("who does not qualify is told what would change it", async (t) => {
  const answers = "has_certificate-false~situation-employed~residence-shanghai~working_age-true";
  const { page } = await visit(t, `/result#v=0&d=2026-11-22&f=worker&a=${answers}`);
  const card = page.locator("#p-sh_skill_upgrade");
  await card.getByText("暂不符合", { exact: true }).waitFor();
  await card.getByRole("heading", { name: "怎样就能符合" }).waitFor();
  assert.match(await card.locator(".hints").innerText(), /已取得证书/);
});

for (const screen of ["phone", "desktop"]) {
  test(`every state is sound (${screen})`, async (t) => {
    const { page, seen } = await visit(t, null, { screen });
    for (const [state, path] of [
      ["a first question", "/check"],
      ["a number", "/check#q=ui_insured_months"],
      ["a date", "/check#q=certificate_issued_on"],
      ["many options", "/check#q=situation"],
      ["nothing answered", "/result"],
      ["no such page", "/nowhere"],
    ]) {
      await page.goto("about:blank");
      await page.goto(path);
      await page.locator("footer").getByText("规则版本").waitFor();
      await expectSound(page, state);
    }
    await page.goto("about:blank");
    await page.goto(LINK);
    await page.locator("#p-sh_skill_upgrade").waitFor();
    for (const summary of await page.locator("summary:visible").all()) {
      if (!(await summary.evaluate((s) => s.closest("details.menu")))) await summary.click();
    }
    await page.getByRole("button", { name: "清除全部回答" }).click();
    await expectSound(page, "all answered, all unfolded");
    await page.goto("/check");
    await page.locator(".status-list").first().waitFor({ state: "attached" });
    const unfold = page.getByRole("button", { name: "展开清单" });
    if (await unfold.isVisible()) await unfold.click();
    if (screen === "phone") await page.getByText("菜单").click();
    await expectSound(page, "the list unfolded");
    expectQuiet(seen);
  });
}

test("English is complete", async (t) => {
  const { page } = await visit(t, null, { language: "en-GB" });
  for (const path of ["/?lang=en", "/check?lang=en", `/result?lang=en#${LINK.split("#")[1]}`, "/nowhere?lang=en"]) {
    await page.goto("about:blank");
    await page.goto(path);
    await page.locator("footer").getByText("Rules version").waitFor();
    assert.equal(await page.getAttribute("html", "lang"), "en");
    for (const summary of await page.locator("main summary:visible").all()) await summary.click();
    // The menu last: it lies over the page.
    await page.locator("details.menu summary").click();
    const left = await page.evaluate((pattern) => {
      const chinese = new RegExp(pattern);
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.checkVisibility()) continue;
        if (node.parentElement.closest("[lang^=zh]")) continue;
        // Proper names in the pack stand in brackets behind their English: (户籍), (上海人社).
        const text = node.textContent.replace(/[(（][^)）]*[)）]/g, "").replace(/〔\d+〕/g, "");
        if (chinese.test(text)) found.push(text.slice(0, 60));
      }
      return found;
    }, CHINESE.source);
    assert.deepEqual(left, [], path);
    for (const attribute of ["aria-label", "placeholder", "title"]) {
      const labels = await page.locator(`[${attribute}]`).evaluateAll(
        (all, name) => all.filter((e) => !e.closest("[lang^=zh]")).map((e) => e.getAttribute(name)),
        attribute,
      );
      assert.deepEqual(labels.filter((label) => CHINESE.test(label)), [], `${path}: ${attribute}`);
    }
  }
});

test("the printed result is one page", async (t) => {
  const { page } = await visit(t, LINK, { screen: "desktop" });
  await page.locator("#p-sh_skill_upgrade").waitFor();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length;
  assert.equal(pages, 1);
});
