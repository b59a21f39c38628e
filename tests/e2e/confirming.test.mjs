// At the post button, for what is less than a patient's exposure: asked once, without a reason, and nothing is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { INVITATION } from "./drafts.mjs";
import { FACEBOOK_COMMENT, FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const QUESTION = "Read this once more before you post it";

const WAYS = [
  ["X's button", "https://x.com/compose/post", X_DIALOG, "pressPost"],
  ["Ctrl+Enter on X", "https://x.com/compose/post", X_DIALOG, "pressPostKeys"],
  ["Facebook's Post button", "https://www.facebook.com/composer", FACEBOOK_POST, "pressPost"],
  ["Enter in a Facebook comment", "https://www.facebook.com/", FACEBOOK_COMMENT, "pressPostKeys"],
];

inEveryBrowser("confirming", (stage) => {
  for (const [way, url, box, post] of WAYS) {
    test(`${way} asks about an invitation to send pictures, and posts it once when told to`, async () => {
      const composer = await stage.compose(url, box);
      const before = stage.server.posts.length;
      await composer.type(INVITATION);
      await composer[post]();
      await composer.sight.says(QUESTION);
      await composer.textIs(INVITATION);
      assert.equal(stage.server.posts.length, before);
      await composer.sight.press("button", /^Post anyway/);
      assert.equal((await composer.isPosted()).text, INVITATION);
      await composer.sight.gone("alertdialog", /./);
      assert.equal(stage.server.posts.length, before + 1);
      await composer.close();
    });
  }

  test("Keep editing goes back to the text, and other words are asked about anew", async () => {
    const composer = await askedOnX(stage);
    const before = stage.server.posts.length;
    await composer.sight.press("button", /^Keep editing/);
    await composer.sight.gone("alertdialog", /./);
    await composer.type(" please");
    await composer.pressPostKeys();
    await composer.sight.says(QUESTION);
    await composer.textIs(`${INVITATION} please`);
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });

  test("Fix leads to the remedy, and the mended text is posted without a question", async () => {
    const composer = await askedOnX(stage);
    await composer.sight.press("button", /^Fix/);
    await composer.sight.control("dialog", /Invites health details/);
    await composer.applyFix();
    await composer.underlines.are();
    const mended = await composer.text();
    await composer.pressPostKeys();
    assert.equal((await composer.isPosted()).text, mended);
    await composer.close();
  });

  test("a page that takes our element away while it asks gets its keys back, and the draft stays", async () => {
    const composer = await askedOnX(stage);
    const before = stage.server.posts.length;
    await composer.page.evaluate(() => {
      for (const element of [...document.documentElement.children])
        if (element !== document.head && element !== document.body) element.remove();
    });
    await composer.focus();
    await composer.page.keyboard.press("Tab");
    const isStuck = await composer.page.$eval(X_DIALOG.box, (box) => box.contains(document.activeElement));
    assert.equal(isStuck, false);
    await composer.pressPost();
    await composer.sight.says(QUESTION);
    await composer.textIs(INVITATION);
    assert.equal(stage.server.posts.length, before);
    await composer.close();
  });
});

async function askedOnX(stage) {
  const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
  await composer.type(INVITATION);
  await composer.pressPost();
  await composer.sight.says(QUESTION);
  return composer;
}
