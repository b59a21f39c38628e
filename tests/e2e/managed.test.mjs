// A real policy file, read by a real browser: what the organization has set is shown, cannot be changed, and what is
// wrong with it is named. The sample policies of the documents are what is laid.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { X_DIALOG } from "./harness/composer.mjs";
import { layPolicy } from "./harness/policies.mjs";
import { axeFaults, reads, saveScreen } from "./harness/screens.mjs";
import { BROWSER_NAMES, Stage } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const sample = (name) =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL(`../../docs/policies/${name}.json`, import.meta.url)), "utf8"),
  );
const [POLICY] = Object.values(sample("chromium")["3rdparty"].extensions);
const [SAME] = Object.values(sample("firefox").policies["3rdparty"].Extensions);

/** And whose account this is. */
const WITH_ACCOUNT = {
  ...POLICY,
  locked: { ...POLICY.locked, accounts: [{ site: "x", handle: "alice", account_kind: "practice" }] },
};

/** Fits the browsers' schema and still cannot be used. */
const FAULTY = {
  locked: {
    office: { practice: "Harbor Family Clinic", phone: "call us" },
    rules: { P1: { switched: "off" } },
  },
};

test("the sample policies say the same", () => assert.deepEqual(POLICY, SAME));

for (const browser of BROWSER_NAMES) {
  describe(`managed (${browser})`, { timeout: 180_000 }, () => {
    let laid;
    const stage = new Stage();
    const begin = async (policy) => {
      laid.put(policy);
      await stage.open(browser, { dist: laid.dist });
      const page = await stage.browser.openPage("options/options.html");
      await appears(page, "#words-list li, #office-contact:enabled");
      return page;
    };
    before(() => {
      laid = layPolicy(browser, POLICY);
    });
    afterEach(() => stage.close());
    after(() => laid?.remove());

    test("what is set counts, is locked in the page and refused by the background", async () => {
      const page = await begin(WITH_ACCOUNT);
      // Chromium hands a policy over a moment after the extension has begun.
      await reads(page, "#office-practice ~ .lock", "Set by your organization");
      const practice = await page.$eval("#office-practice", (field) => [field.value, field.disabled]);
      assert.deepEqual(practice, ["Harbor Family Clinic", true]);
      assert.equal(
        await page.$eval("#severity-C1", (select) => `${select.value} ${select.disabled}`),
        "stop true",
      );
      assert.equal(await page.$eval("#office-contact", (field) => field.value), "the front desk");
      assert.ok(await page.$eval("#words-phrase", (field) => field.disabled));
      assert.deepEqual(await axeFaults(page), []);
      await saveScreen(stage, page, "options-managed");

      const office = (field) => ({ kind: "office", field, typed: "Mine" });
      assert.deepEqual(await change(page, office("practice")), {
        kind: "refused",
        id: 1,
        faults: [{ path: "office.practice", problem: "locked", detail: "" }],
      });
      assert.equal((await change(page, { kind: "site", site: "x", switched: "off" })).kind, "refused");
      assert.equal((await change(page, office("contact"))).kind, "done");
      await until(page, "the new contact", () => document.querySelector("#office-contact").value === "Mine");
      await page.$eval("#try", (box) => {
        box.value = "Soon: Project Falcon";
        box.dispatchEvent(new Event("input"));
      });
      await reads(page, "#try-findings", /The new building is not announced yet\./);

      const records = await stage.browser.openPage("records/records.html");
      await reads(records, "#records-days-lock:not([hidden])", "Set by your organization");
      const keeping = await records.$$eval("#records-on, #records-days", (fields) =>
        fields.map(({ checked, value, disabled }) => [checked, value, disabled]),
      );
      assert.deepEqual(keeping, [
        [true, "on", true],
        [false, "365", true],
      ]);
      assert.equal((await change(records, { kind: "record-days", days: 1 })).kind, "refused");
      // The list of authorizations is the practice's own whatever the policy says.
      await records.type("#consent-id", "2026-017");
      await records.click("#consent-form [type=submit]");
      await reads(records, "#consents-rows th", "2026-017");
      assert.deepEqual(await axeFaults(records), []);
      await saveScreen(stage, records, "records-managed");
      await assertLockedOnWelcome(stage);
      await assertLockedInPopup(stage);
    });

    test("what is wrong with a policy is named, and the rest counts", async () => {
      const page = await begin(FAULTY);
      await appears(page, "#policy:not([hidden])");
      await reads(page, "#policy-faults", /locked\.office\.phone: “call us” is no phone number/);
      await reads(page, "#policy-faults", /locked\.rules\.P1\.switched: P1 stops posts/);
      assert.equal(await page.$eval("#office-practice", (field) => field.value), "Harbor Family Clinic");
      assert.equal(await page.$eval("#office-phone", (field) => `${field.value}${field.disabled}`), "false");
      assert.ok(await page.$eval("#rule-P1", (box) => box.checked));
      assert.deepEqual(await axeFaults(page), []);
      await saveScreen(stage, page, "options-managed-faulty");
    });
  });
}

async function assertLockedOnWelcome(stage) {
  const welcome = await stage.browser.openPage("welcome/welcome.html");
  await reads(welcome, "#office-practice ~ .lock:not([hidden])", "Set by your organization");
  const office = await welcome.$$eval("#office input", (fields) =>
    fields.map(({ value, disabled, nextElementSibling: lock }) => [value, disabled, !lock.hidden]),
  );
  assert.deepEqual(office, [
    ["Harbor Family Clinic", true, true],
    ["212-555-0100", true, true],
    ["Mine", false, false],
  ]);
  await welcome.select("#account-site", "x");
  await welcome.type("#account-handle", "@Alice");
  await welcome.$eval("#account-personal", (choice) => choice.click());
  await welcome.click("#account [type=submit]");
  await reads(welcome, "#account-saved", "Set by your organization");
  assert.deepEqual(await axeFaults(welcome), []);
  await saveScreen(stage, welcome, "welcome-managed");
  await welcome.close();
}

async function assertLockedInPopup(stage) {
  const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
  const popup = await stage.browser.openPopup(composer.page);
  await reads(popup, "#site-lock:not([hidden])", "Set by your organization");
  await reads(popup, "#account-list fieldset:disabled .lock", "Set by your organization");
  const choices = await popup.$$eval("#site-on, #tab-on, #account-0-practice", (fields) =>
    fields.map((field) => [field.id, field.checked, field.matches(":disabled")]),
  );
  assert.deepEqual(choices, [
    ["account-0-practice", true, true],
    ["site-on", true, true],
    ["tab-on", true, false],
  ]);
  assert.deepEqual(await axeFaults(popup), []);
  await saveScreen(stage, popup, "popup-managed");
  await popup.close();
}

/** Asks the background for a change past the page, as whoever edits the page's own code could. */
function change(page, change) {
  return page.evaluate(
    (change) =>
      new Promise((answered) => {
        const line = chrome.runtime.connect({ name: "desk" });
        line.onMessage.addListener((reply) => {
          if (reply.id !== 1) return;
          line.disconnect();
          answered(reply);
        });
        line.postMessage({ kind: "change", id: 1, change });
      }),
    change,
  );
}
