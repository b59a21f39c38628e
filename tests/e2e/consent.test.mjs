// A picture or clip beside words of care: the consent card takes the record of an authorization and what else is true,
// the verdict follows, and what was said goes with the attachment.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { FACEBOOK_POST, X_DIALOG } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";
import { appears, until } from "./harness/until.mjs";

const STORY = "My patient's knee, two weeks after the procedure";
const FILE = '[role="dialog"] [data-testid="fileInput"]';
const PREVIEW = '[role="dialog"] [data-testid="attachments"] img';
const ASKED = /^Is a patient shown/;
const KEPT = /^Consent: record A-118, valid until 2099-03-31/;

const NAMING = "Maria Lopez knee x-ray after surgery";

const folder = mkdtempSync(join(tmpdir(), "chaperone-consent-"));
const picture = join(folder, "img_0042.png");
writeFileSync(picture, "");
const naming = join(folder, "Maria_Lopez_after_surgery.png");
writeFileSync(naming, "");
after(() => rmSync(folder, { recursive: true }));

inEveryBrowser("consent", (stage) => {
  test("a picture beside a patient's story asks for consent, takes a record and no name, and lets the post go", async () => {
    const own = await stage.browser.openOwnPage();
    await own.evaluate(() =>
      chrome.storage.local.set({ settings: { version: 1, records: { switched: "on", days: 30 } } }),
    );
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { sight, page } = composer;
    const posts = stage.server.posts.length;
    await composer.chooseFile(FILE, picture);
    await composer.type(STORY);
    await sight.control("group", ASKED);
    await sight.says("Chaperone asks whether a patient is shown");
    await composer.textIs(STORY);
    await composer.underlines.include(STORY);
    assert.deepEqual(await sight.accessibility(), []);

    await sight.press("button", /^Answer for consent/);
    await sight.control("dialog", /./);
    assert.deepEqual(await sight.accessibility(), []);
    await page.keyboard.type("Marcus Bell");
    await composer.tabTo("textbox", /^$/);
    await page.keyboard.type("03312099");
    await sight.press("button", /^Note it/);
    await sight.says("This looks like somebody’s name");
    assert.deepEqual(await sight.accessibility(), []);
    await composer.selectAll();
    await page.keyboard.type("A-118");
    await sight.press("label", /^It teaches something/);
    await sight.press("button", /^Note it/);
    await sight.gone("dialog", /./);
    await sight.control("group", KEPT);
    await composer.underlines.lack(STORY);
    await composer.textIs(STORY);
    assert.equal(stage.server.posts.length, posts);
    await until(own, "the record of the consent", async () => {
      const { records } = await chrome.storage.local.get("records");
      const [given] = records?.records.filter(({ decision }) => decision.kind === "consent-given") ?? [];
      return given?.consent === "A-118" && given.expires === "2099-03-31";
    });
    const { records } = await own.evaluate(() => chrome.storage.local.get("records"));
    assert.ok(!JSON.stringify(records).includes("knee"));
    await own.close();

    await stage.browser.stopBackground();
    await composer.type("!");
    await composer.underlines.are();
    await page.keyboard.press("Backspace");
    await composer.pressPostKeys();
    assert.equal((await composer.isPosted()).text, STORY);
    await composer.close();
  });

  test("the finding's card leads to the consent card, Escape back to the text, and the keyboard to the chip", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    const { sight } = composer;
    await composer.press('[role="dialog"] [data-attach]');
    await composer.focus();
    await composer.type(STORY);
    await composer.openCard(STORY);
    await sight.press("button", /^Answer for consent/);
    await sight.control("dialog", /Consent for what you attached/);
    await composer.page.keyboard.press("Escape");
    await sight.gone("dialog", /./);
    await composer.selectAll();
    await composer.type(`${STORY} today`);
    await composer.textIs(`${STORY} today`);

    await stage.browser.pressShortcut(composer.page, "open-card");
    await sight.control("dialog", /from a place of care/);
    await stage.browser.pressShortcut(composer.page, "open-card");
    await sight.focused("button", /^Answer for consent/);
    await composer.page.keyboard.press("Enter");
    await sight.control("dialog", /Consent for what you attached/);
    await composer.tabTo("button", /^Go back/);
    await composer.page.keyboard.press("Enter");
    await sight.gone("dialog", /./);
    await sight.control("group", ASKED);
    await composer.close();
  });

  test("an authorization that was revoked or given for something else is warned of before it is noted, and after", async () => {
    const own = await stage.browser.openOwnPage();
    await own.evaluate(() => {
      const listed = { channel: "social-media", expires: null };
      const consents = [
        { ...listed, id: "A-7", purpose: "education", revoked: "2026-01-31" },
        { ...listed, id: "A-8", purpose: "marketing", revoked: null },
      ];
      return chrome.storage.local.set({ consents: { version: 1, consents } });
    });
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { sight, page } = composer;
    await composer.chooseFile(FILE, picture);
    await composer.type(STORY);
    await sight.control("group", ASKED);
    await sight.press("button", /^Answer for consent/);
    await sight.control("dialog", /./);
    await page.keyboard.type("A-7");
    await composer.tabTo("textbox", /^$/);
    await page.keyboard.type("03312099");
    await sight.press("label", /^It teaches something/);
    await sight.press("button", /^Note it/);
    await sight.says("Revoked: do not use it");
    assert.deepEqual(await sight.accessibility(), []);
    await sight.press("textbox", /^$/);
    await composer.selectAll();
    await page.keyboard.type("A-8");
    await sight.press("button", /^Use it all the same/);
    await sight.says("Given for another purpose");
    await sight.press("button", /^Use it all the same/);
    await sight.gone("dialog", /./);
    await sight.control("group", /^Consent: record A-8, .*Given for another purpose/);
    await composer.underlines.lack(STORY);
    await own.evaluate(() => chrome.storage.local.remove("consents"));
    await own.close();
    await composer.close();
  });

  test("a picture without a word is held when its description names a patient, and goes when that is mended", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { sight, page } = composer;
    const posts = stage.server.posts.length;
    await composer.chooseFile(FILE, picture);
    await appears(page, PREVIEW);
    await describe(page, NAMING);
    await composer.pressPost();
    await composer.isHeld();
    await sight.says("In the description of what you attached:");
    await sight.says("“Maria Lopez”");
    assert.deepEqual(await sight.accessibility(), []);
    assert.equal(stage.server.posts.length, posts);
    await composer.keepEditing();
    await sight.control("group", /^What you attached gives a patient away/);
    assert.deepEqual(await sight.accessibility(), []);

    await describe(page, "A cup of coffee in the break room");
    await composer.pressPost();
    await until(page, "the end of the picture", (css) => !document.querySelector(css), PREVIEW);
    await sight.gone("group", /^What you attached gives a patient away/);
    assert.equal(stage.server.posts.length, posts + 1);
    await composer.close();
  });

  test("a picture that names a patient goes once a reason is given, and the popup leads to the note", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    const { sight, page } = composer;
    await composer.chooseFile(FILE, picture);
    await appears(page, PREVIEW);
    await describe(page, NAMING);
    await composer.focus();
    await sight.control("group", /^What you attached gives a patient away/);
    const popup = await stage.browser.openPopup(page);
    const listed = await appears(popup, "#finding-list button");
    assert.match(await listed.evaluate(({ textContent }) => textContent), /Maria Lopez.*description/);
    // The popup closes itself.
    await listed.evaluate((button) => button.click());
    await sight.focused("button", /^Close/);
    await page.keyboard.press("Escape");
    await composer.pressPost();
    await composer.isHeld();
    await composer.postAnyway();
    await until(page, "the end of the picture", (css) => !document.querySelector(css), PREVIEW);
    await composer.close();
  });

  test("the name of a file gives a patient away too", async () => {
    const box = { box: '[data-testid="dm-composer-textarea"]', keys: "Enter" };
    const composer = await stage.compose("https://x.com/i/chat/1", box);
    await composer.chooseFile('[data-testid="dm-composer-file-input"]', naming);
    await composer.type("See you on Friday");
    await composer.sight.control("group", /^What you attached gives a patient away/);
    await composer.underlines.are();
    await composer.pressPostKeys();
    await composer.isHeld();
    await composer.sight.says("In the name of the file that you attached:");
    await composer.sight.says("“Maria_Lopez”");
    await composer.postAnyway();
    assert.equal((await composer.isPosted()).text, "See you on Friday");
    await composer.close();
  });

  test("nothing is asked about cupcakes, nor about a story without a picture", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(STORY);
    await composer.underlines.are();
    await composer.sight.gone("group", ASKED);
    await composer.selectAll();
    await composer.type("Cupcakes for the whole team!");
    await composer.chooseFile(FILE, picture);
    await composer.underlines.are();
    await composer.sight.gone("group", ASKED);
    await composer.type(` ${STORY}`);
    await composer.sight.control("group", ASKED);
    await composer.close();
  });
});

/** Gives the picture a description, as the site's own dialog for that would. */
function describe(page, alt) {
  return page.$eval(
    PREVIEW,
    (picture, words) => {
      picture.alt = words;
    },
    alt,
  );
}
