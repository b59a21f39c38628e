// Whose account it is: asked once, changed in the popup, and the verdict follows in the open composer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OFFICE_BUSINESS } from "./drafts.mjs";
import { X_DIALOG, X_INLINE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears } from "./harness/until.mjs";

inEveryBrowser("account", (stage) => {
  test("a new account is asked about once, and the popup changes the answer at once", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(OFFICE_BUSINESS);
    await composer.sight.says("alice");
    await composer.sight.press("button", /^Personal$/);
    await composer.sight.gone("button", /^Personal$/);
    await composer.underlines.atLeast(1);

    const popup = await stage.browser.openPopup(composer.page);
    await appears(popup, "#accounts:not([hidden])");
    assert.match(await popup.$eval("#account-list legend", (label) => label.textContent), /alice/);
    assert.equal(await popup.$eval("#account-0-personal", (choice) => choice.checked), true);
    await popup.$eval("#account-0-practice", (choice) => choice.click());
    await composer.underlines.are();
    await popup.$eval("#account-0-personal", (choice) => choice.click());
    await composer.underlines.atLeast(1);
    await popup.close();
    await composer.close();
  });

  test("the answer is remembered for the account, in another tab and after the background has ended", async () => {
    await stage.browser.stopBackground();
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(OFFICE_BUSINESS);
    await composer.underlines.atLeast(1);
    await composer.sight.gone("button", /^Personal$/);
    await composer.close();
  });

  test("a switch of account is noticed at the click, before the next key", async () => {
    const composer = await stage.compose("https://x.com/home", X_INLINE);
    await composer.type(OFFICE_BUSINESS);
    await composer.underlines.atLeast(1);
    await composer.page.click('[data-testid="SideNav_AccountSwitcher_Button"]');
    await composer.sight.says("Is brightsmile the practice");
    await composer.close();
  });

  test("another account of the same site is asked about anew", async () => {
    const composer = await stage.compose("https://x.com/home", {
      ...X_DIALOG,
      box: '[data-testid="tweetTextarea_0"]',
    });
    await composer.page.click('[data-testid="SideNav_AccountSwitcher_Button"]');
    await composer.focus();
    await composer.type(OFFICE_BUSINESS);
    await composer.sight.says("brightsmile");
    await composer.sight.press("button", /^Practice$/);
    await composer.underlines.are();
    await composer.close();
  });
});
