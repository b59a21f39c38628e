// What never happens: a word that leaves the browser, a mark on a box that nobody types in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const FIXTURES = ["x.com", "www.facebook.com"];

inEveryBrowser("privacy", (stage) => {
  test("nothing that is typed leaves the browser until the person posts it", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    await composer.closeCard();
    await composer.pressPost();
    await composer.sight.says("This post is on hold");
    const popup = await stage.browser.openPopup(composer.page);
    await popup.waitForSelector("#account:not([hidden])");
    await popup.close();

    const { requests } = stage.server;
    const carried = requests.filter(({ path, body }) =>
      /marcus|bell|chemo/i.test(decodeURIComponent(path) + body),
    );
    assert.deepEqual(carried, []);
    const known = [...FIXTURES, ...stage.browser.ownHosts];
    const strange = requests.filter(({ host }) => !known.includes(host));
    assert.deepEqual(strange, []);
    const byPages = requests.filter(({ host, path }) => FIXTURES.includes(host) && !isOfThePage(path));
    assert.deepEqual(byPages, []);
    await composer.close();
  });

  test("decoys and boxes behind a dialog are left alone", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.page.evaluate((text) => {
      const decoy = document.querySelector(".decoy");
      decoy.focus();
      decoy.value = text;
      decoy.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, NAMED_PATIENT);
    await composer.focus();
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    const where = await composer.underlines.containers();
    assert.deepEqual(where, ["dialog"]);
    assert.deepEqual(await composer.sight.mirrors(), []);
    await composer.close();
  });

  test("closing the composer takes everything of ours off the page", async () => {
    const composer = await stage.compose("https://www.facebook.com/", FACEBOOK_COMMENT);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.openCard(PATIENT);
    await composer.page.$eval("form.comment", (form) => form.remove());
    await composer.underlines.are();
    await composer.sight.gone("dialog", /./);
    await composer.close();
  });
});

function isOfThePage(path) {
  return ["/compose/post", "/home", "/", "/app.js", "/app.css", "/favicon.ico"].includes(path);
}
