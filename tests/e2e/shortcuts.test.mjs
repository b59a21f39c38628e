// The extension's own shortcuts: from one finding to the next, and to what is to be said about it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { INVITATION, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { Composer, FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const PLACES = [
  ["X", "https://x.com/compose/post", X_DIALOG],
  ["Facebook", "https://www.facebook.com/composer", FACEBOOK_POST],
];

inEveryBrowser("shortcuts", (stage) => {
  for (const [place, url, box] of PLACES) {
    test(`on ${place}, shortcuts lead from card to card and Escape back to the text`, async () => {
      const composer = await stage.compose(url, box);
      await composer.type(`${NAMED_PATIENT} ${INVITATION}`);
      await composer.underlines.atLeast(2);

      await stage.browser.pressShortcut(composer.page, "next-finding");
      await composer.sight.control("dialog", /Names a patient/);
      await stage.browser.pressShortcut(composer.page, "next-finding");
      await composer.sight.control("dialog", /Invites health details/);
      await stage.browser.pressShortcut(composer.page, "next-finding");
      await composer.sight.control("dialog", /Names a patient/);
      const focused = (await composer.sight.controls()).filter((control) => control.focused);
      assert.equal(focused.length, 1);
      await composer.closeCard();

      await stage.browser.pressShortcut(composer.page, "open-card");
      await composer.sight.control("dialog", /Invites health details/);
      await composer.closeCard();
      await composer.type(" Thanks!");
      await composer.textIs(`${NAMED_PATIENT} ${INVITATION} Thanks!`);
      await composer.underlines.include(PATIENT);
      await composer.close();
    });
  }

  test("a shortcut is for the frame that the person is in", async () => {
    const chat = await stage.compose("https://www.youtube.com/live", { frame: "#chatframe", box: "#input" });
    const { page, sight } = chat;
    const comment = new Composer({
      page,
      sight: sight.in(page.mainFrame()),
      box: { box: "#stream #contenteditable-root" },
      stage,
    });
    await chat.type(NAMED_PATIENT);
    await chat.underlines.are(PATIENT);
    await comment.focus();
    await comment.type(INVITATION);
    await comment.underlines.atLeast(1);

    await opens("next-finding", comment, /Invites health details/, chat);
    await comment.closeCard();
    await chat.focus();
    await opens("open-card", chat, /Names a patient/, comment);
    await chat.close();
  });

  async function opens(command, here, name, elsewhere) {
    await stage.browser.pressShortcut(here.page, command);
    await here.sight.control("dialog", name);
    const there = await elsewhere.sight.controls();
    assert.equal(
      there.find(({ role }) => role === "dialog"),
      undefined,
    );
  }
});
