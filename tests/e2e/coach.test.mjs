// The coach for a visit that a patient wants to record: what it shows, and its box that puts words plainly.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeFaults, faultsInEveryLook, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears } from "./harness/until.mjs";

const SAID = "You failed to take your antiemetic PRN. Do you understand?";
const SPANISH = "Tómelo con la comida y vuelva el lunes si la fiebre no baja. ¿Me entiende?";
const PLAIN =
  "It may have been hard to take your medicine against feeling sick when you need it. I want to be sure that I " +
  "explained this well. In your own words, what will you do when you get home?";

inEveryBrowser("coach", (stage) => {
  test("says what to say, where everybody must agree and whose advice it is, in every look", async () => {
    const page = await stage.browser.openPage("coach/coach.html");
    await appears(page, "#sources a");
    const states = await page.$$eval("#states li", (all) => all.map((one) => one.textContent));
    assert.equal(states.length, 11);
    assert.ok(states.includes("California"));
    await reads(page, "#law-source", /JAMA, July 2017/);
    await reads(page, "#sources", /teach-back/);
    assert.deepEqual(await faultsInEveryLook(stage, page, "coach"), []);
    await page.close();
  });

  test("puts typed words plainly, by keyboard alone, and asks for teach-back until it is there", async () => {
    const page = await stage.browser.openPage("coach/coach.html");
    await page.bringToFront();
    await appears(page, "#sources a");
    await page.focus("#say li:last-child button");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Take it with food.");
    await reads(page, "#outcome", "Plain words. Nothing to change.");
    await appears(page, "#teach-back:not([hidden])");
    await page.$eval("#said", (box) => box.select());
    await page.keyboard.type(SPANISH);
    await reads(page, "#outcome", /^This is not in English/);
    await appears(page, "#teach-back[hidden]");
    await page.$eval("#said", (box) => box.select());
    await page.keyboard.type(SAID);
    await reads(page, "#rewritten", PLAIN);
    await appears(page, "#teach-back[hidden]");
    const marked = await page.$$eval("#marked mark", (all) => all.map((one) => one.textContent));
    assert.deepEqual(marked, ["You failed to", "antiemetic", "PRN", "Do you understand?"]);
    assert.deepEqual(await axeFaults(page), []);
    await saveScreen(stage, page, "coach-reworded");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await reads(page, "#copied", "Copied");
    await page.close();
  });

  test("shows markup that is typed as the text that it is", async () => {
    const page = await stage.browser.openPage("coach/coach.html");
    const typed = "<img src=x onerror=alert(1)> edema";
    await page.type("#said", typed);
    await reads(page, "#rewritten", typed.replace("edema", "swelling"));
    assert.equal(await page.$("#marked img, #rewritten img"), null);
    await page.close();
  });

  test("keeps nothing of what is typed", async () => {
    const page = await stage.browser.openPage("coach/coach.html");
    await page.type("#said", SAID);
    await reads(page, "#rewritten", PLAIN);
    assert.deepEqual(await page.evaluate(() => chrome.storage.local.get()), {});
    await page.close();
  });
});
