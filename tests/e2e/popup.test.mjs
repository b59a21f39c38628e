// The toolbar popup beside a real page: what it says of the tab, whose account it is, the office's words, pausing,
// and settings that a disk has broken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { axeFaults, badgeIs, faultsInEveryLook, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const COMPOSE = "https://x.com/compose/post";

inEveryBrowser("popup", (stage) => {
  test("names the site, lists what is open there, and opens what is pressed in the page", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(`${NAMED_PATIENT} ${INVITATION}.`);
    await composer.underlines.are(PATIENT, INVITATION);
    const popup = await open(stage, composer);
    await reads(popup, "#status-heading", "Checking on X");
    await reads(popup, "#status-detail", "2 open findings.");
    const listed = await popup.$$eval("#finding-list .words", (all) => all.map((one) => one.textContent));
    assert.deepEqual(listed, [PATIENT, INVITATION]);
    assert.deepEqual(await faultsInEveryLook(stage, popup, "popup-findings"), []);
    const tallest = 600; // As tall as Chromium makes a popup.
    assert.ok((await popup.evaluate(() => document.body.getBoundingClientRect().height)) <= tallest);
    await choose(popup, "#finding-list li:nth-child(2) button");
    await composer.sight.control("button", /call /);
    await composer.close();
  });

  test("speaks for the frame that is typed in, and opens what is pressed there", async () => {
    const composer = await stage.compose("https://www.youtube.com/live", {
      frame: "#chatframe",
      box: "#input",
    });
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const popup = await open(stage, composer);
    await reads(popup, "#status-heading", "Checking on YouTube");
    await reads(popup, "#status-detail", "1 open finding.");
    await reads(popup, "#account-list legend", "Lakeview Dental, writing now");
    await choose(popup, "#finding-list button");
    await composer.sight.control("dialog", /Names a patient/);
    await composer.close();
  });

  test("pauses its tab alone, through a new page and a new background, until it is taken up again", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const popup = await open(stage, composer);
    await choose(popup, "#tab-on");
    await reads(popup, "#status-heading", "Paused in this tab");
    assert.deepEqual(await axeFaults(popup), []);
    await saveScreen(stage, popup, "popup-tab-paused");
    await composer.underlines.are();
    await badgeIs(popup, "–");
    await popup.close();
    await stage.browser.stopBackground();
    await composer.page.reload();
    await composer.page.bringToFront();
    await composer.focus();
    await composer.type(NAMED_PATIENT);
    const other = await stage.compose(COMPOSE, X_DIALOG);
    await other.type(NAMED_PATIENT);
    await other.underlines.are(PATIENT);
    await other.close();
    const again = await open(stage, composer);
    await reads(again, "#status-heading", "Paused in this tab");
    assert.deepEqual(await composer.underlines.list(), []);
    await choose(again, "#tab-on");
    await reads(again, "#status-heading", "Checking on X");
    await composer.underlines.are(PATIENT);
    await leave(again, composer);
  });

  test("remembers whose account it is, for the next time too", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    const popup = await open(stage, composer);
    await reads(popup, "#account-list legend", "alice, writing now");
    await choose(popup, "#account-0-personal");
    await stored(popup, (settings) => settings?.accounts[0]?.account_kind === "personal");
    await popup.close();
    const again = await open(stage, composer);
    await appears(again, "#account-0-personal:checked");
    assert.equal(await again.$("#account-list .quiet:not([hidden])"), null);
    await leave(again, composer);
  });

  test("keeps on the screen what was chosen last, whatever older state arrives in between", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    const popup = await open(stage, composer);
    await reads(popup, "#account-list legend", "alice, writing now");
    const undone = await popup.evaluate(async () => {
      const undone = [];
      const controls = ["practice", "personal"].map((kind) => document.getElementById(`account-0-${kind}`));
      for (let press = 0; press < 30; press += 1) {
        const control = controls[press % 2];
        control.click();
        // As long as the background takes to tell of one choice or another.
        await chrome.storage.local.get();
        await chrome.storage.local.get();
        if (!control.checked) undone.push(`${control.id}, press ${press}`);
        // A press that begins on a control and ends on another one in its place is none.
        if (!control.isConnected) undone.push(`${control.id} made anew at press ${press}`);
      }
      return undone;
    });
    assert.deepEqual(undone, []);
    await stored(popup, (settings) => settings?.accounts[0]?.account_kind === "personal");
    await appears(popup, "#account-0-personal:checked");
    await leave(popup, composer);
  });

  test("pauses a site and takes it up again", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const popup = await open(stage, composer);
    await reads(popup, "#status-heading", "Checking on X");
    await choose(popup, "#site-on");
    await reads(popup, "#status-heading", "Paused on X");
    await composer.underlines.are();
    await choose(popup, "#site-on");
    await reads(popup, "#status-heading", "Checking on X");
    await composer.underlines.are(PATIENT);
    await leave(popup, composer);
  });

  test("leaves on the toolbar button how many findings are open, or that nothing is checked", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const popup = await open(stage, composer);
    await badgeIs(popup, "1");
    await choose(popup, "#site-on");
    await badgeIs(popup, "–");
    await choose(popup, "#site-on");
    await badgeIs(popup, "1");
    await composer.selectAll();
    await composer.type(HARMLESS);
    await badgeIs(popup, "");
    await leave(popup, composer);
  });

  test("says where it is blind, and copies a report without a word of the page or the person", async () => {
    const broken = { box: '[aria-label="Ask alice"]' };
    const composer = await stage.compose("https://x.com/broken/alice", broken);
    await composer.type("Marcus");
    const popup = await open(stage, composer);
    await reads(popup, "#status-heading", "Not checking here");
    await badgeIs(popup, "–");
    await stage.browser.pressInPopup(popup, "#diagnosis-copy");
    await reads(popup, "#diagnosis-copied", /^Copied/);
    assert.deepEqual(await axeFaults(popup), []);
    await saveScreen(stage, popup, "popup-not-checking-here");
    await popup.close();
    await composer.page.bringToFront();
    await composer.focus();
    await composer.selectAll();
    await composer.pasteClipboard();
    // Browsers paste lines as paragraphs of their own making.
    const report = (await composer.text()).replace(/\n+/g, "\n");
    assert.match(report, /^extension \d+\.\d+\.\d+\nbrowser (Chrome|Firefox)\/\d/m);
    assert.match(report, /^site x\npath \/\*\/\*\nstate not-checking-here\nfield .*div\[role="textbox"\]/m);
    assert.match(report, /^MISS composers\[3\]\.boxes\[0\] 0 \(0 visible\) .*tweetTextarea_/m);
    assert.doesNotMatch(report, /alice|Marcus/i);
    await composer.close();
  });

  test("says where it is blind although a box beside it is checked", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.page.evaluate(() => {
      const unknown = document.createElement("div");
      unknown.setAttribute("contenteditable", "true");
      unknown.style.cssText = "position: fixed; z-index: 9; right: 0; bottom: 0; width: 200px; height: 80px";
      unknown.id = "unknown";
      document.querySelector("[role=dialog]").append(unknown);
    });
    await composer.page.click("#unknown");
    const popup = await open(stage, composer);
    await reads(popup, "#status-heading", "Not checking here");
    await leave(popup, composer);
  });

  test("sets broken settings aside, says so once and loses nothing", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    const popup = await open(stage, composer);
    const broken = { version: 1, office: { phone: 5, practice: "Old Clinic" } };
    await popup.evaluate((settings) => chrome.storage.local.set({ settings }), broken);
    await reads(popup, "#notice-problem", /^settings\.office\.phone: /);
    const kept = await popup.evaluate(() => chrome.storage.local.get());
    assert.deepEqual(kept["settings-set-aside"].at(-1).value, broken);
    assert.equal(kept.settings, undefined);
    await popup.click("#notice-close");
    await appears(popup, "#notice[hidden]");
    const isForgotten = async () => !("settings-notice" in (await chrome.storage.local.get()));
    await until(popup, "the end of the notice", isForgotten);
    await leave(popup, composer);
  });
});

async function open(stage, composer) {
  const popup = await stage.browser.openPopup(composer.page);
  await appears(popup, '#status:not([data-tone="wait"])');
  return popup;
}

async function leave(popup, composer) {
  await popup.close();
  await composer.close();
}

/** Works a control as the keyboard does; a popup that stands behind its page cannot be clicked. */
async function choose(popup, selector) {
  await popup.$eval(selector, (control) => control.click());
}

/** Waits until the stored settings are so. */
async function stored(popup, isSo) {
  await until(
    popup,
    `settings of which holds: ${isSo}`,
    `chrome.storage.local.get("settings").then(({ settings }) => (${isSo})(settings))`,
  );
}
