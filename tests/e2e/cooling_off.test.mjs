// An answer written in anger: the dialog offers ten minutes, the draft stays in its editor, and the wait can be ended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const ANGRY = "She never paid her balance and walked out of the exam.";

inEveryBrowser("cooling off", (stage, browser) => {
  test("an angry answer is offered ten minutes, during which it is not posted by mistake", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    const before = stage.server.posts.length;
    await composer.type("Hello");
    await composer.sight.press("button", /^Practice$/);
    await composer.sight.gone("button", /^Practice$/);
    await composer.type(`. ${ANGRY}`);
    await composer.underlines.atLeast(1);
    await composer.pressPostKeys();
    await composer.sight.press("button", /^Wait ten minutes/);
    await composer.sight.gone("alertdialog", /./);
    await composer.sight.says("Cooling off: 10 minutes left");
    await composer.textIs(`Hello. ${ANGRY}`);
    assert.deepEqual(await composer.sight.accessibility(), []);

    await composer.type(" So");
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    await composer.sight.gone("button", /^Wait ten minutes/);
    await composer.page.keyboard.press("Escape");
    await composer.sight.says("Cooling off: 10 minutes left");
    assert.equal(stage.server.posts.length, before);

    await composer.sight.press("button", /^End the wait/);
    await composer.sight.saysNoMore("Cooling off");
    await composer.pressPostKeys();
    await composer.sight.control("button", /^Wait ten minutes/);
    await composer.close();
  });

  test("the countdown ends with its time, and goes when the draft has been emptied", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    // Firefox lets no automation into the world of content scripts.
    const hasOwnClock = browser === "chromium";
    if (hasOwnClock) await stage.browser.inContentScript(composer.page, takeTheClock);
    await composer.type(ANGRY);
    await composer.underlines.atLeast(1);
    await composer.pressPostKeys();
    await composer.sight.press("button", /^Wait ten minutes/);
    await composer.sight.says("Cooling off: 10 minutes left");
    if (hasOwnClock) {
      await stage.browser.inContentScript(composer.page, () => globalThis.passMinutes(9.5));
      await composer.sight.says("Cooling off: less than a minute left");
      await stage.browser.inContentScript(composer.page, () => globalThis.passMinutes(0.5));
      await composer.sight.says("The ten minutes are over");
      await composer.sight.saysNoMore("Cooling off");
      assert.deepEqual(await composer.sight.accessibility(), []);
      await composer.pressPostKeys();
      await composer.sight.press("button", /^Wait ten minutes/);
      await composer.sight.says("Cooling off: 10 minutes left");
    }
    await composer.selectAll();
    await composer.page.keyboard.press("Backspace");
    await composer.sight.saysNoMore("Cooling off");
    await composer.close();
  });

  test("what is held for another reason is not told to cool off", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.type(NAMED_PATIENT);
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    const controls = await composer.sight.controls();
    assert.ok(!controls.some(({ name }) => name.startsWith("Wait ten minutes")));
    await composer.close();
  });
});

/** Runs where our content script does: from now on minutes pass there only when a test says so. */
function takeTheClock() {
  const { now } = Date;
  const wait = setTimeout;
  let passed = 0;
  let due = [];
  Date.now = () => now() + passed;
  globalThis.setTimeout = (act, delay, ...values) => {
    if (delay < 10_000) return wait(act, delay, ...values);
    due.push(act);
    return 0;
  };
  globalThis.passMinutes = (minutes) => {
    passed += minutes * 60_000;
    const now = due;
    due = [];
    for (const act of now) act();
  };
}
