// The options in both browsers: every setting is kept, what is wrong is said, two windows do not undo each other, and a
// file is taken whole or not at all.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { axeFaults, faultsInEveryLook, reads, saveScreen } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const SCRIPT = "<img src=x onerror=alert(1)>";
const CLAIM = "Our clinic is the best dentist in town, 100% painless, guaranteed!";

inEveryBrowser("options", (stage, browser) => {
  test("keeps the office as it is typed, says what cannot be used, and shows it in the other window", async () => {
    const [first, second] = [await open(stage), await open(stage)];
    await write(first, "#office-phone", "555-01");
    await reads(first, "#office-phone-problem", /needs 7 to 20 digits/);
    await write(second, "#office-staff", "Ann Lee\nann lee");
    await reads(second, "#office-staff-problem", /stands there twice/);
    await saveScreen(stage, second, "options-faults");
    await write(first, "#office-phone", "555-010-0199");
    await write(second, "#office-staff", `Ann Lee\n${SCRIPT}`);
    await holds(first, "#office-staff", `Ann Lee\n${SCRIPT}`);
    await reads(first, "#office-phone-problem", "");
    await holds(second, "#office-phone", "555-010-0199");
    const { office } = await stored(second);
    assert.deepEqual([office.phone, office.staff], ["555-010-0199", ["Ann Lee", SCRIPT]]);
    await second.close();
    await first.close();
  });

  test("tries a pasted text with the real checker, and own words as soon as they are added", async () => {
    const page = await open(stage);
    await write(page, "#try", `${NAMED_PATIENT} Project Falcon!`);
    await reads(page, "#try-outcome", "1 finding");
    assert.deepEqual(await marks(page), [PATIENT]);
    await reads(page, "#try-findings", /P1 Names a patient/);
    await write(page, "#words-phrase", "of");
    await reads(page, "#words-problem", /too short/);
    assert.ok(await page.$eval("#words-add", (button) => button.disabled));
    await write(page, "#words-phrase", "project falcon");
    await write(page, "#words-message", SCRIPT);
    await appears(page, "#words-add:enabled");
    await press(page, "#words-add");
    await reads(page, "#try-outcome", "2 findings");
    assert.deepEqual(await marks(page), [PATIENT, "Project Falcon"]);
    await reads(page, "#words-list", /“project falcon”: Think again/);
    assert.equal(await page.$("img[src=x]"), null);
    assert.deepEqual(await axeFaults(page), []);
    await saveScreen(stage, page, "options-tried");
    await press(page, "#words-list button");
    await reads(page, "#try-outcome", "1 finding");
    await page.close();
  });

  test("switches rules, but none off that stops posts, and forgets dismissals", async () => {
    const page = await open(stage);
    assert.ok(await page.$eval("#rule-P1", (box) => box.checked && box.disabled));
    await write(page, "#try", CLAIM);
    await reads(page, "#try-outcome", "1 finding");
    await press(page, "#rule-C1");
    await reads(page, "#try-outcome", "Nothing to fix.");
    await press(page, "#rule-C1");
    await page.$eval("#severity-C1", (select) => {
      select.value = "polish";
      select.dispatchEvent(new Event("change"));
    });
    await reads(page, "#try-findings", /^Polish: /);
    const dismissed = {
      key: "00000000000000ff",
      words: [{ rule: "C1", digest: 7, day: "2026-03-31" }],
      sites: [{ rule: "C1", site: "x", day: "" }],
    };
    await store(page, { dismissed });
    await reads(page, "#dismissed", /These words, everywhere, under C1.*Dismissed on 2026-03-31/);
    await reads(page, "#dismissed", /This rule on X: C1/);
    await press(page, "#dismissed li button");
    await until(page, "one dismissal", () => document.querySelectorAll("#dismissed li").length === 1);
    await press(page, "#dismissed li button");
    await appears(page, "#dismissed-none:not([hidden])");
    assert.deepEqual(await page.evaluate(undoneBetween, 20), []);
    // Changes are stored in order: once this one is, so are all presses.
    await write(page, "#office-hours", "9 to 5");
    await stores(page, ({ office }) => office.hours === "9 to 5");
    assert.ok(await page.$eval("#rule-C2", (box) => box.checked));
    await page.close();
  });

  test("takes back what was said on a card, in the page where it was said", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(`${INVITATION}.`);
    await composer.openCard(INVITATION);
    await composer.sight.press("button", /^Ignore this rule on this site/);
    await composer.underlines.are();
    const page = await open(stage);
    await reads(page, "#dismissed", /This rule on X: M2/);
    await saveScreen(stage, page, "options-dismissed");
    await press(page, "#dismissed li button");
    await appears(page, "#dismissed-none:not([hidden])");
    await page.close();
    await composer.page.bringToFront();
    await composer.underlines.are(INVITATION);
    await composer.close();
  });

  test("takes a file whole or not at all, and names every fault", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chaperone-options-"));
    const page = await open(stage);
    const before = await stored(page);
    const importing = async (name, text) => {
      writeFileSync(join(folder, name), text);
      const input = await page.$("#import");
      await input.uploadFile(join(folder, name));
    };
    const faulty = {
      version: 2,
      office: { phone: "call us", practice: SCRIPT },
      locale: "fr",
      rules: { P1: { switched: "off" } },
    };
    await importing("faulty.json", JSON.stringify(faulty));
    await reads(page, "#import-problem", /Nothing was imported/);
    const faults = await page.$$eval("#import-faults li", (all) => all.map((one) => one.textContent));
    assert.deepEqual(faults.map((fault) => fault.split(":")[0]).sort(), [
      "locale",
      "office.phone",
      "rules.P1.switched",
    ]);
    assert.deepEqual(await axeFaults(page), []);
    await saveScreen(stage, page, "options-import-refused");
    for (const [name, text, said] of [
      ["cut.json", '{"version": 2, "office": {"pho', /Not JSON, or cut off/],
      ["newer.json", '{"version": 99}', /newer release \(version 99\)/],
      ["huge.json", "x".repeat(50_000_000), /Too large to be settings \(50000000 bytes/],
    ]) {
      await importing(name, text);
      await reads(page, "#import-faults", said);
    }
    assert.deepEqual(await stored(page), before);
    const lines = Object.fromEntries(
      ["practice", "contact", "hours", "address"].map((field) => [field, SCRIPT]),
    );
    const fine = {
      version: 2,
      office: { ...lines, contacts: [SCRIPT], staff: [SCRIPT] },
      accounts: [{ site: "x", handle: SCRIPT, account_kind: "personal" }],
      words: [{ phrase: SCRIPT, treated: "flag", severity: "fix", message: SCRIPT }],
      rules: { C1: { switched: "off" } },
    };
    await importing("fine.json", JSON.stringify(fine));
    await reads(page, "#outcome", "Settings imported from fine.json.");
    for (const field of [...Object.keys(lines), "contacts", "staff"]) {
      await holds(page, `#office-${field}`, SCRIPT);
    }
    await reads(page, "#accounts", new RegExp(`${SCRIPT.replace(/[()]/g, "\\$&")} on X`));
    await write(page, "#try", `Look: ${SCRIPT}`);
    await reads(page, "#try-outcome", "1 finding");
    assert.deepEqual(await marks(page), [SCRIPT]);
    assert.equal(await page.$("img[src=x]"), null);
    assert.ok(!(await page.$eval("#rule-C1", (box) => box.checked)));
    await saveScreen(stage, page, "options-markup");
    await importing("old.json", JSON.stringify({ version: 1, office: {}, disabled: ["C2"] }));
    await reads(page, "#outcome", "Settings imported from old.json.");
    await appears(page, "#rule-C2:not(:checked)");
    await press(page, "#reset");
    await press(page, "#reset-sure");
    await holds(page, "#office-practice", "");
    await reads(page, "#outcome", "Everything is as on the first day.");
    rmSync(folder, { recursive: true });
    await page.close();
  });

  test("reads well in every look, and by keyboard alone", async () => {
    const page = await open(stage);
    await page.bringToFront();
    await page.focus("#office-practice");
    await page.keyboard.type("Harbor");
    await page.keyboard.press("Tab");
    await page.keyboard.type("555-010-0100");
    await stores(page, ({ office }) => office.practice === "Harbor" && office.phone === "555-010-0100");
    assert.deepEqual(await faultsInEveryLook(stage, page, "options"), []);
    // Twice as large: half as much fits beside each other, and nothing has to be scrolled to the side.
    await page.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
    const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    assert.equal(await page.evaluate(isTooWide), false);
    assert.deepEqual(await axeFaults(page), [], "zoomed");
    await saveScreen(stage, page, "options-zoomed");
    await page.close();
  });

  // Firefox sets no limit of its own to what an extension stores.
  if (browser !== "firefox") {
    test("says that the store is full, keeps what was saved last, and goes on when there is room", async () => {
      const page = await open(stage);
      await write(page, "#office-contact", "Ann");
      await stores(page, ({ office }) => office.contact === "Ann");
      await page.evaluate(async () => {
        const room = chrome.storage.local.QUOTA_BYTES - (await chrome.storage.local.getBytesInUse());
        await chrome.storage.local.set({ ballast: "x".repeat(room - 64) });
      });
      await write(page, "#office-contact", `Ann ${"and more ".repeat(20)}`);
      await reads(page, "#outcome", /no room left/);
      assert.equal((await stored(page)).office.contact, "Ann");
      await saveScreen(stage, page, "options-full");
      await page.evaluate(() => chrome.storage.local.remove("ballast"));
      await write(page, "#office-contact", "Ann Lee");
      await stores(page, ({ office }) => office.contact === "Ann Lee");
      await page.close();
    });
  }
});

/** Runs in the page: presses a switch so often, and notes where an older state that arrives undid the press. */
async function undoneBetween(presses) {
  const box = document.querySelector("#rule-C2");
  const undone = [];
  for (let press = 0; press < presses; press += 1) {
    box.click();
    const wanted = box.checked;
    // As long as the background takes to tell of one choice or another.
    await chrome.storage.local.get();
    await chrome.storage.local.get();
    if (box.checked !== wanted) undone.push(`${wanted}, press ${press}`);
  }
  return undone;
}

async function open(stage) {
  const page = await stage.browser.openPage("options/options.html");
  await appears(page, "#office-practice:enabled");
  return page;
}

/** Writes a field anew, as typing does. A page behind another draws nothing, and what waits for it waits forever. */
async function write(page, selector, text) {
  await page.bringToFront();
  await page.$eval(
    selector,
    (field, text) => {
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.blur();
    },
    text,
  );
}

async function press(page, selector) {
  await page.$eval(selector, (control) => control.click());
}

/** Waits until a field holds this. */
async function holds(page, selector, wanted) {
  await page.bringToFront();
  await until(
    page,
    `${JSON.stringify(wanted)} in ${selector}`,
    (selector, wanted) => document.querySelector(selector).value === wanted,
    selector,
    wanted,
  );
}

function marks(page) {
  return page.$$eval("#try-marked mark", (all) => all.map((one) => one.textContent));
}

function stored(page) {
  return page.evaluate(async () => (await chrome.storage.local.get("settings")).settings);
}

async function store(page, part) {
  await page.evaluate(async (part) => {
    const { settings } = await chrome.storage.local.get("settings");
    await chrome.storage.local.set({ settings: { ...settings, ...part } });
  }, part);
}

/** Waits until the stored settings are so. */
async function stores(page, isSo) {
  await until(
    page,
    `settings of which holds: ${isSo}`,
    `chrome.storage.local.get("settings").then(({ settings }) => (${isSo})(settings))`,
  );
}
