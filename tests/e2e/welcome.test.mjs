// The page that greets a new user: it opens once, takes the office's words and a first account, and works by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { faultsInEveryLook, reads } from "./harness/screens.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

inEveryBrowser(
  "welcome",
  (stage) => {
    test("it reads well in every look", async () => {
      await stage.welcome.bringToFront();
      await appears(stage.welcome, "#office-phone:enabled");
      assert.deepEqual(await faultsInEveryLook(stage, stage.welcome, "welcome"), []);
      assert.equal(await stage.welcome.title(), "Welcome to Chaperone");
    });

    test("takes the office's words and a first account, by keyboard, in the order of the page", async () => {
      const { welcome } = stage;
      await welcome.bringToFront();
      await welcome.focus("#office-practice");
      for (const typed of ["Harbor Family Clinic", "555-010-0199", "Ann"]) {
        await welcome.keyboard.type(typed);
        await welcome.keyboard.press("Tab");
      }
      await welcome.keyboard.type("X");
      await welcome.keyboard.press("Tab");
      await welcome.keyboard.type("harborclinic");
      await welcome.keyboard.press("Tab");
      await welcome.keyboard.press("Tab");
      await welcome.keyboard.press("Enter");
      await reads(welcome, "#account-saved", "Saved: harborclinic");
      const { settings } = await welcome.evaluate(() => chrome.storage.local.get("settings"));
      const { practice, phone, contact } = settings.office;
      assert.deepEqual(
        { practice, phone, contact },
        { practice: "Harbor Family Clinic", phone: "555-010-0199", contact: "Ann" },
      );
      assert.deepEqual(settings.accounts, [{ site: "x", handle: "harborclinic", account_kind: "practice" }]);
    });

    test("keeps half a phone number, says what it lacks, and puts the whole one into the fixes", async () => {
      const { welcome } = stage;
      await welcome.bringToFront();
      await welcome.click("#office-phone", { count: 3 });
      await welcome.keyboard.type("555-01");
      await welcome.keyboard.press("Tab");
      await reads(
        welcome,
        "#office-phone-problem",
        "A phone number has at least 7 digits. This one is kept, but not used yet.",
      );
      await welcome.focus("#office-phone");
      await welcome.keyboard.press("End");
      await welcome.keyboard.type("0-0123");
      await reads(welcome, "#office-phone-problem", "");
      const isStored = async () =>
        (await chrome.storage.local.get()).settings.office.phone === "555-010-0123";
      await until(welcome, "the whole number as stored", isStored);
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await composer.type(`${INVITATION}.`);
      await composer.openCard(INVITATION);
      await composer.sight.control("button", /call Harbor Family Clinic at 555-010-0123/);
      await composer.close();
    });

    test("is not opened again when the extension comes back from a reload", async () => {
      await stage.welcome.bringToFront();
      await stage.browser.reloadExtension();
      // A browser says why the background is there before it lets a page speak to it.
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await composer.type(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      // The page of the installation went with the old version.
      const known = [composer.page, stage.welcome];
      const others = (await stage.browser.browser.pages()).filter((page) => !known.includes(page));
      const paths = await Promise.all(others.map((page) => page.evaluate(() => location.pathname)));
      assert.ok(!paths.includes("/welcome/welcome.html"), paths.join(" "));
    });
  },
  300_000,
  { welcome: "keep" },
);
