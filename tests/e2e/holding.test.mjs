// At the post button and at the posting keys: a post that exposes a patient is held, and a person decides.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, LINES, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { until } from "./harness/until.mjs";

const WAYS = [
  ["X's button", "https://x.com/compose/post", X_DIALOG, "pressPost"],
  ["Ctrl+Enter on X", "https://x.com/compose/post", X_DIALOG, "pressPostKeys"],
  ["Facebook's Post button", "https://www.facebook.com/composer", FACEBOOK_POST, "pressPost"],
  ["Facebook's Comment button", "https://www.facebook.com/", FACEBOOK_COMMENT, "pressPost"],
  ["Enter in a Facebook comment", "https://www.facebook.com/", FACEBOOK_COMMENT, "pressPostKeys"],
];

inEveryBrowser("holding", (stage) => {
  for (const [way, url, box, post] of WAYS) {
    test(`${way} holds a post that names a patient, and posts it once a reason is given`, async () => {
      const composer = await stage.compose(url, box);
      const before = stage.server.posts.length;
      await composer.type(LINES);
      await composer.underlines.are(PATIENT);
      await composer[post]();
      await composer.sight.says("This post is on hold");
      await composer.textIs(LINES);
      assert.equal(stage.server.posts.length, before);

      await composer.giveReason(/^Nobody in it is a patient/);
      await composer.sight.press("button", /^Post anyway/);
      const posted = await composer.isPosted();
      assert.equal(posted.text.replaceAll("\n\n", "\n"), LINES);
      assert.equal(stage.server.posts.length, before + 1);
      await composer.sight.gone("alertdialog", /./);
      await composer.close();
    });

    test(`${way} posts harmless text at once`, async () => {
      const composer = await stage.compose(url, box);
      const before = stage.server.posts.length;
      await composer.type(HARMLESS);
      await composer[post]();
      assert.equal((await composer.isPosted()).text, HARMLESS);
      assert.equal(stage.server.posts.length, before + 1);
      await composer.close();
    });
  }

  test("a post is held even when the button is pressed right behind the last key", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const before = stage.server.posts.length;
    await composer.type(NAMED_PATIENT);
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });

  test("a page that posts when the key comes up hears nothing of one that is held", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.page.$eval(FACEBOOK_COMMENT.box, (box) => {
      globalThis.posts = 0;
      box.addEventListener("keyup", (event) => {
        if (event.key === "Enter") globalThis.posts += 1;
      });
    });
    await composer.type(NAMED_PATIENT);
    // The answered words are read anew at the key, so that the box keeps the focus until they are judged.
    await composer.page.$eval("[data-ad-preview]", (post) => {
      post.firstChild.data = "Who is open on Sunday?";
    });
    await composer.pressPostKeys();
    await composer.isHeld();
    assert.equal(await composer.page.evaluate(() => globalThis.posts), 0);
    await composer.close();
  });

  test("Post anyway needs a reason", async () => {
    const composer = await holdOnX(stage);
    const before = stage.server.posts.length;
    await composer.sight.press("summary", /./);
    await composer.sight.press("button", /^Post anyway/);
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });

  test("a reason of one's own has to be written down, and the page does not hear it", async () => {
    const composer = await holdOnX(stage);
    const before = stage.server.posts.length;
    await composer.page.evaluate(listen);
    await composer.giveReason(/^Another reason/);
    await composer.sight.press("button", /^Post anyway/);
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.sight.press("textbox", /^Your reason/);
    await composer.type("agreed");
    await composer.textIs(NAMED_PATIENT);
    await composer.sight.press("button", /^Post anyway/);
    assert.equal((await composer.isPosted()).text, NAMED_PATIENT);
    assert.deepEqual(await composer.page.evaluate(() => globalThis.heard), []);
    await composer.close();
  });

  test("Keep editing goes back to the text, which can be fixed and then posted", async () => {
    const composer = await holdOnX(stage);
    await composer.sight.press("button", /^Keep editing/);
    await composer.sight.gone("alertdialog", /./);
    await composer.type("!!");
    await composer.textIs(`${NAMED_PATIENT}!!`);
    await composer.openCard(PATIENT);
    await composer.applyFix();
    await composer.underlines.are();
    await composer.pressPost();
    const posted = await composer.isPosted();
    assert.equal(posted.text, `${NAMED_PATIENT}!!`.replace(PATIENT, "someone special"));
    await composer.close();
  });

  test("Fix leads to the card of the words", async () => {
    const composer = await holdOnX(stage);
    await composer.sight.press("button", /^Fix/);
    await composer.sight.gone("alertdialog", /./);
    await composer.sight.control("dialog", /Names a patient/);
    await composer.close();
  });

  test("a list of names that is not there does not let Enter through", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    const before = stage.server.posts.length;
    await composer.page.$eval(FACEBOOK_COMMENT.box, (box) => box.setAttribute("aria-activedescendant", ""));
    await composer.type(NAMED_PATIENT);
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });

  test("Escape keeps editing, and the next attempt is held again", async () => {
    const composer = await holdOnX(stage);
    await composer.page.keyboard.press("Escape");
    await composer.sight.gone("alertdialog", /./);
    await composer.pressPostKeys();
    await composer.sight.says("This post is on hold");
    await composer.close();
  });

  test("Post anyway posts although the page has drawn its button anew meanwhile", async () => {
    const composer = await holdOnX(stage);
    await composer.page.evaluate(drawAnew, X_DIALOG.button);
    await composer.giveReason(/^Nobody in it is a patient/);
    await composer.sight.press("button", /^Post anyway/);
    await until(composer.page, "the press of the new button", () => globalThis.pressesOfTheNewButton === 1);
    await composer.close();
  });

  test("a page's own script can neither post past the dialog nor press its buttons", async () => {
    const composer = await holdOnX(stage);
    const before = stage.server.posts.length;
    await composer.giveReason(/^Nobody in it is a patient/);
    const { x, y } = await composer.sight.control("button", /^Post anyway/);
    await composer.page.evaluate(pressByScript, x, y);
    await composer.sight.says("This post is on hold");
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });
});

async function holdOnX(stage) {
  const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
  await composer.type(NAMED_PATIENT);
  await composer.underlines.are(PATIENT);
  await composer.pressPost();
  await composer.sight.says("This post is on hold");
  return composer;
}

/** Runs in the page: notes every letter that an event gives away. */
function listen() {
  globalThis.heard = [];
  for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "textInput"]) {
    const hear = ({ key, data }) => globalThis.heard.push(key ?? data);
    window.addEventListener(type, hear, { capture: true });
  }
}

/** Runs in the page: puts another button in the place of this one, as a library does that renders anew. */
function drawAnew(button) {
  const old = document.querySelector(button);
  const fresh = old.cloneNode(true);
  globalThis.pressesOfTheNewButton = 0;
  fresh.addEventListener("click", () => {
    globalThis.pressesOfTheNewButton += 1;
  });
  old.replaceWith(fresh);
}

/** Runs in the page: everything a script can do at the place of a button that it can see but not reach. */
function pressByScript(x, y) {
  const options = { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y };
  const target = document.elementFromPoint(x, y);
  for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
    target.dispatchEvent(new MouseEvent(type, options));
  }
  target.click();
  for (const type of ["keydown", "keyup"]) {
    target.dispatchEvent(
      new KeyboardEvent(type, { key: "Enter", code: "Enter", bubbles: true, composed: true }),
    );
    document.dispatchEvent(
      new KeyboardEvent(type, { key: "Escape", code: "Escape", bubbles: true, composed: true }),
    );
  }
}
