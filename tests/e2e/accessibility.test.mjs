// For people who use the keyboard or a screen reader: axe finds nothing, and everything can be reached and heard.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What people set up for themselves, and a page zoomed to 200 %. */
const LOOKS = {
  "in dark colors": { dark: true },
  "in forced colors": { forced: true },
  "at twice the size": { viewport: { width: 640, height: 450, deviceScaleFactor: 2 } },
};
const X_MESSAGE = { box: '[data-testid="dm-composer-textarea"]', line_break: "Shift+Enter" };
const USUAL = { width: 1280, height: 900 };

/** Every button of the open dialog can be brought into the window by keyboard. */
async function assertReachable(composer) {
  const { width, height } = composer.page.viewport();
  const isInDialog = ({ role, within }) => role === "button" && within === "";
  const buttons = (await composer.sight.controls()).filter(isInDialog);
  assert.ok(buttons.length >= 3);
  for (const { name } of buttons) {
    await composer.tabTo("button", new RegExp(`^${name}$`));
    const { box } = (await composer.sight.controls()).find((control) => control.focused);
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${name} is cut off at the side`);
    assert.ok(box.y >= 0 && box.y + box.height <= height, `${name} is cut off above or below`);
  }
}

inEveryBrowser("accessibility", (stage) => {
  test("axe finds nothing wrong with chip, card and dialog", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.sight.control("button", /^Personal$/);
    await composer.openCard(PATIENT);
    assert.deepEqual(await composer.sight.accessibility(), []);
    await composer.closeCard();
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    await composer.sight.press("summary", /./);
    assert.deepEqual(await composer.sight.accessibility(), []);
    await composer.close();
  });

  for (const [look, settings] of Object.entries(LOOKS)) {
    test(`axe finds nothing wrong with the dialogs at the post button ${look}`, async () => {
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await stage.browser.setLook(composer.page, settings);
      await composer.page.setViewport(settings.viewport ?? USUAL);
      await composer.type(INVITATION);
      await composer.pressPostKeys();
      await composer.sight.control("button", /^Post anyway/);
      assert.deepEqual(await composer.sight.accessibility(), []);
      await assertReachable(composer);
      await composer.page.keyboard.press("Escape");
      await composer.type(`. ${NAMED_PATIENT}`);
      await composer.pressPostKeys();
      await composer.giveReason(/^Another reason/);
      await composer.sight.control("textbox", /^Your reason/);
      assert.deepEqual(await composer.sight.accessibility(), []);
      await assertReachable(composer);
      await stage.browser.setLook(composer.page, {});
      await composer.close();
    });
  }

  test("axe finds nothing wrong with what is said of a fix that comes too late, or makes a text too long", async () => {
    const message = await stage.compose("https://x.com/i/chat/1", X_MESSAGE);
    await message.type(NAMED_PATIENT);
    await message.openCard(PATIENT);
    await message.page.$eval(X_MESSAGE.box, (field) => {
      const rewrite = () => {
        field.value = "Nothing to fix.";
      };
      addEventListener("mousedown", rewrite, { capture: true, once: true });
    });
    await message.applyFix();
    await message.sight.says("The text has changed in the meantime");
    assert.deepEqual(await message.sight.accessibility(), []);
    await message.close();

    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(`${NAMED_PATIENT} ${"We are open. ".repeat(17)}`.trim().padEnd(280, "!"));
    await composer.openCard(PATIENT);
    await composer.applyFix();
    await composer.sight.says("longer than 280 characters");
    assert.deepEqual(await composer.sight.accessibility(), []);
    await composer.close();
  });

  test("axe finds nothing wrong with the popup", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const popup = await stage.browser.openPopup(composer.page);
    await appears(popup, "#accounts:not([hidden])");
    await popup.evaluate(AXE);
    const faults = await popup.evaluate(async () => {
      const outcome = await globalThis.axe.run(document, { resultTypes: ["violations"] });
      return outcome.violations.map(
        (fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" ")}`,
      );
    });
    assert.deepEqual(faults, []);
    await popup.close();
    await composer.close();
  });

  test("nothing of ours moves where a person wants no motion", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    // Elsewhere a card comes up, so that this would be seen.
    assert.match((await composer.sight.motions()).join(), /panel card: rise/);
    await stage.browser.setLook(composer.page, { still: true });
    await until(composer.page, "the person's wish", () => matchMedia("(prefers-reduced-motion)").matches);
    assert.deepEqual(await composer.sight.motions(), []);
    await composer.closeCard();
    await composer.pressPost();
    await composer.isHeld();
    assert.deepEqual(await composer.sight.motions(), []);
    await stage.browser.setLook(composer.page, {});
    await composer.close();
  });

  test("a held post is announced, takes the focus, and gives it back", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.sight.says("1 issue, 1 must be fixed");
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    const focused = (await composer.sight.controls()).filter((control) => control.focused);
    assert.equal(focused.length, 1);
    await composer.page.keyboard.press("Enter");
    await composer.sight.gone("alertdialog", /./);
    await composer.type(" Yay");
    await composer.textIs(`${NAMED_PATIENT} Yay`);
    await composer.close();
  });

  test("the whole way from the held post to the fix works by keyboard alone", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    await composer.tabTo("button", /^Fix/);
    await composer.page.keyboard.press("Enter");
    await composer.sight.control("dialog", /Names a patient/);
    await composer.tabTo("button", /someone special/);
    await composer.page.keyboard.press("Enter");
    await composer.textIs(NAMED_PATIENT.replace(PATIENT, "someone special"));
    await composer.close();
  });
});
