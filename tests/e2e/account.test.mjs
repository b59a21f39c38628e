// Whose account it is: asked once, changed in the popup, and the verdict follows in the open composer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { OFFICE_BUSINESS } from "./drafts.mjs";
import { X_DIALOG, X_INLINE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears } from "./harness/until.mjs";

const SWITCHER = '[data-testid="SideNav_AccountSwitcher_Button"]';
const X_MESSAGE = { box: '[data-testid="dm-composer-textarea"]' };

inEveryBrowser("account", (stage) => {
  /** Says what accounts of X are, in place of all that was said before. */
  const knowAccounts = async (kinds) => {
    const own = await stage.browser.openOwnPage();
    await own.evaluate((told) => {
      const accounts = Object.entries(told).map(([handle, account_kind]) => ({
        site: "x",
        handle,
        account_kind,
      }));
      return chrome.storage.local.set({ settings: { version: 1, accounts } });
    }, kinds);
    await own.close();
  };

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

  test("a switch of account is noticed at the click, before the next key and before the page's frame shows it", async () => {
    const composer = await stage.compose("https://x.com/home", X_INLINE);
    await composer.type(OFFICE_BUSINESS);
    await composer.underlines.atLeast(1);
    await composer.page.click(SWITCHER);
    await composer.sight.says("Is brightsmile the practice");
    assert.ok(await isAliceFramed(composer.page));
    await composer.close();
  });

  test("another account of the same site is asked about anew", async () => {
    const composer = await stage.compose("https://x.com/home", {
      ...X_DIALOG,
      box: '[data-testid="tweetTextarea_0"]',
    });
    await composer.page.click(SWITCHER);
    await composer.focus();
    await composer.type(OFFICE_BUSINESS);
    await composer.sight.says("brightsmile");
    await composer.sight.press("button", /^Practice$/);
    await composer.underlines.are();
    await composer.close();
  });

  test("where no composer shows it, the frame's account is not believed after a switch until it has settled", async () => {
    await knowAccounts({ alice: "personal", brightsmile: "personal" });
    const composer = await stage.compose("https://x.com/i/chat/1", X_MESSAGE);
    await composer.type(OFFICE_BUSINESS);
    await composer.underlines.atLeast(1);
    await composer.page.click(SWITCHER);
    await composer.underlines.are();
    assert.ok(await isAliceFramed(composer.page));
    await composer.page.evaluate(() => dispatchEvent(new Event("fixture-frame-catches-up")));
    await composer.underlines.atLeast(1);
    await composer.close();
  });

  test("an account that changes without a sign is read again at the post button, and the post is judged for it", async () => {
    await knowAccounts({ alice: "practice", brightsmile: "personal" });
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(OFFICE_BUSINESS);
    await composer.underlines.are();
    await composer.page.$eval('[role="dialog"] [data-testid="UserAvatar-Container-alice"]', (avatar) => {
      avatar.dataset.testid = "UserAvatar-Container-brightsmile";
    });
    const posts = stage.server.posts.length;
    await composer.pressPost();
    await composer.sight.control("alertdialog", /./);
    await composer.sight.says("Does the practice's business from a personal account");
    assert.equal(stage.server.posts.length, posts);
    await composer.close();
  });
});

/** Whether the side bar shows the account that the page came with. */
function isAliceFramed(page) {
  return page.$eval(SWITCHER, (button) => button.innerText.includes("@alice"));
}
