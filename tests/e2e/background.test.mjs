// When the background ends, is reloaded or never answers: typing goes on, and nobody is left in the dark.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { HARMLESS, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { X_DIALOG } from "./harness/composer.mjs";
import { reads } from "./harness/screens.mjs";
import { BROWSER_NAMES, DIST, inEveryBrowser, Stage } from "./harness/stage.mjs";

inEveryBrowser("background", (stage) => {
  test("the background ends in mid-word and the next key is still checked", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const half = NAMED_PATIENT.indexOf(PATIENT) + 4;
    await composer.type(NAMED_PATIENT.slice(0, half));
    await stage.browser.stopBackground();
    await composer.type(NAMED_PATIENT.slice(half));
    await composer.underlines.are(PATIENT);
    await stage.browser.stopBackground();
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    await composer.close();
  });

  test("the background ends, and the next one still says that posts are not guarded", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.page.$eval(X_DIALOG.button, (button) => button.remove());
    await composer.type(HARMLESS);
    const popup = await stage.browser.openPopup(composer.page);
    await reads(popup, "#status-heading", "Checked, but not guarded");
    await popup.close();
    await stage.browser.stopBackground();
    await composer.page.bringToFront();
    await composer.type("!");
    const again = await stage.browser.openPopup(composer.page);
    await reads(again, "#status-heading", "Checked, but not guarded");
    await again.close();
    await composer.close();
  });

  test("the extension is reloaded under an open page, which goes on working", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const faults = [];
    composer.page.on("pageerror", (fault) => faults.push(String(fault)));
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await stage.browser.reloadExtension();
    await composer.selectAll();
    await composer.type(HARMLESS);
    await composer.underlines.are();
    await composer.textIs(HARMLESS);
    await composer.pressPost();
    assert.equal((await composer.isPosted()).text, HARMLESS);
    assert.deepEqual(faults, []);
    await composer.close();

    const next = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await next.type(NAMED_PATIENT);
    await next.underlines.are(PATIENT);
    await next.close();
  });
});

for (const browser of BROWSER_NAMES) {
  describe(`a checker that cannot start (${browser})`, { timeout: 60_000 }, () => {
    const stage = new Stage();
    const dist = mkdtempSync(join(tmpdir(), "chaperone-broken-"));
    before(async () => {
      cpSync(DIST, dist, { recursive: true });
      truncateSync(join(dist, "chaperone_bg.wasm"), 1000);
      await stage.open(browser, { dist, welcome: "never" });
    });
    after(async () => {
      await stage.close();
      rmSync(dist, { recursive: true, force: true });
    });

    test("says that nothing was checked, and never blocks the post in silence", async () => {
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await composer.type(NAMED_PATIENT);
      await composer.sight.says("not checked");
      assert.deepEqual(await composer.sight.accessibility(), []);
      await composer.pressPost();
      assert.equal((await composer.isPosted()).text, NAMED_PATIENT);
      await composer.close();
    });
  });
}
