// Records without content, and authorizations without names: what a held post leaves behind, and the page that shows it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { axeFaults, faultsInEveryLook, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const COMPOSE = "https://x.com/compose/post";
const PAGE = "records/records.html";
const REASON = "she agreed after her chemo, and her number is 078-05-1120";

inEveryBrowser("records", (stage) => {
  test("keeps nothing until it is switched on", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await hold(composer);
    await composer.close();
    const page = await openRecords(stage);
    await reads(page, "#records-count", "Nothing is recorded.");
    assert.equal(await page.$eval("#records-on", (box) => box.checked), false);
    assert.deepEqual(await axeFaults(page), []);
    await saveScreen(stage, page, "records-off");
    await page.click("#records-on");
    const isOn = async () => (await chrome.storage.local.get("settings")).settings?.records.switched === "on";
    await until(page, "the switch as stored", isOn);
    assert.equal((await page.evaluate(() => chrome.storage.local.get("records"))).records, undefined);
    await page.close();
  });

  test("keeps what was decided and nothing of what was written", async () => {
    const composer = await stage.compose(COMPOSE, X_DIALOG);
    await composer.type(`${INVITATION}.`);
    await composer.openCard(INVITATION);
    await composer.sight.press("button", /^Ignore this time/);
    await composer.selectAll();
    await hold(composer);
    await composer.giveReason(/^Another reason/);
    await composer.sight.press("textbox", /^Your reason/);
    await composer.type(REASON);
    await composer.sight.says("Leave out “078-05-1120” here too");
    await composer.sight.press("button", /^Post anyway/);
    await composer.isPosted();
    await composer.close();

    const page = await openRecords(stage);
    await until(page, "three records", () => document.querySelectorAll("#records-rows tr").length === 3);
    const rows = await page.$$eval("#records-rows tr", (all) =>
      all.map((row) => [...row.cells].slice(1, 6).map((cell) => cell.textContent)),
    );
    assert.deepEqual(rows, [
      ["X", "Not known", "P1", "Must fix", "Posted anyway: Another reason"],
      ["X", "Not known", "P1", "Must fix", "Held"],
      ["X", "Not known", "M2", "Fix", "Dismissed: Ignore this time"],
    ]);
    assert.deepEqual(await faultsInEveryLook(stage, page, "records"), []);
    const { records } = await page.evaluate(() => chrome.storage.local.get("records"));
    const kept = JSON.stringify(records);
    for (const written of [PATIENT, "Bell", "078", "chemo", INVITATION, "alice"]) {
      assert.ok(!kept.includes(written), `${written} is kept in ${kept}`);
    }
    await page.close();
  });

  test("exports what is kept, drops what is older than asked for, and deletes the rest", async () => {
    const page = await openRecords(stage);
    await appears(page, "#records-actions:not([hidden])");
    await page.evaluate(() => {
      globalThis.saved = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (file) => {
        globalThis.saved.push(file.text());
        return make(file);
      };
    });
    await page.click("#export-csv");
    await page.click("#export-json");
    await until(page, "both files", () => globalThis.saved.length === 2);
    const [csv, json] = await page.evaluate(() => Promise.all(globalThis.saved));
    assert.match(csv, /^time,site,account,rule,severity,decision,reason,reach,consent,expires\r\n/);
    assert.match(csv, /,x,unknown,P1,stop,overridden,other,,,\r\n/);
    assert.equal(JSON.parse(json).length, 3);

    await page.evaluate(async () => {
      const { records } = await chrome.storage.local.get("records");
      records.records[0].at -= 10 * 24 * 60;
      await chrome.storage.local.set({ records });
    });
    await page.$eval("#records-days", (field) => {
      field.value = "9";
      field.dispatchEvent(new Event("change"));
    });
    await reads(page, "#records-count", /^Records: 2\./);
    await page.click("#delete");
    await appears(page, "#delete-question:not([hidden])");
    await saveScreen(stage, page, "records-delete");
    assert.equal(await page.evaluate(() => document.activeElement.id), "delete-no");
    await page.click("#delete-yes");
    await reads(page, "#records-count", "Nothing is recorded.");
    await page.close();
  });

  test("lists authorizations by number, refuses names, and warns about those that do not serve", async () => {
    const page = await openRecords(stage);
    await page.focus("#consent-id");
    await page.keyboard.type("Marcus Bell 2026");
    await page.keyboard.press("Enter");
    await reads(page, "#consent-problem", /^This looks like a name/);
    assert.deepEqual(await axeFaults(page), []);
    await saveScreen(stage, page, "consents-name");
    for (const [id, expires] of [
      ["2026-017", ""],
      ["2026-018", "2020-01-31"],
    ]) {
      await page.$eval("#consent-expires", (field, day) => (field.value = day), expires);
      await page.$eval("#consent-id", (field) => field.select());
      await page.keyboard.type(id);
      await page.keyboard.press("Enter");
      await reads(page, "#consents-rows tr:last-child th", id);
    }
    await reads(page, "#consents-rows tr:last-child", /Expired: do not use it/);
    await page.select("#consent-purpose", "marketing");
    await page.type("#consent-id", "2026-017");
    await page.click("#consent-check");
    await reads(page, "#consent-doubt", /^Given for another purpose/);
    assert.deepEqual(await faultsInEveryLook(stage, page, "consents-doubt"), []);
    await page.click("#consents-rows tr:first-child button");
    await reads(page, "#consents-rows tr:first-child", /Revoked since/);
    await page.click("#consents-rows tr:last-child button:last-child");
    await until(page, "one authorization", () => document.querySelectorAll("#consents-rows tr").length === 1);
    await page.close();
  });
});

async function hold(composer) {
  await composer.type(NAMED_PATIENT);
  await composer.underlines.are(PATIENT);
  await composer.pressPost();
  await composer.sight.says("This post is on hold");
}

async function openRecords(stage) {
  const page = await stage.browser.openPage(PAGE);
  await page.bringToFront();
  await appears(page, "#records-on:enabled");
  return page;
}
