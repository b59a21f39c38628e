// While a person types: what gets underlined, what the card says, and what a fix and one undo do to the text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HARMLESS, LINES, NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, FACEBOOK_POST, X_DIALOG, X_INLINE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const PLACES = [
  ["a post on X", "https://x.com/compose/post", X_DIALOG],
  ["home's own box on X", "https://x.com/home", X_INLINE],
  ["a reply on X", "https://x.com/jordan/status/1", X_INLINE],
  ["a post on Facebook", "https://www.facebook.com/composer", FACEBOOK_POST],
  ["a comment on Facebook", "https://www.facebook.com/", FACEBOOK_COMMENT],
];

inEveryBrowser("typing", (stage) => {
  for (const [place, url, box] of PLACES) {
    test(`${place} is flagged as it is typed, fixed with one click and restored with one undo`, async () => {
      const composer = await stage.compose(url, box);
      await composer.type(LINES.slice(0, LINES.indexOf(PATIENT)));
      assert.deepEqual(await composer.underlines.list(), []);
      await composer.type(LINES.slice(LINES.indexOf(PATIENT)));
      await composer.underlines.are(PATIENT);
      await composer.textIs(LINES);

      await composer.openCard(PATIENT);
      await composer.applyFix();
      await composer.textIs(LINES.replace(PATIENT, "someone special"));
      await composer.underlines.are();

      await composer.undo();
      await composer.textIs(LINES);
      await composer.underlines.are(PATIENT);
      await composer.close();
    });
  }

  test("the caret stays behind the new words after a fix, and typing goes on there", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    await composer.applyFix();
    await composer.underlines.are();
    await composer.type(" dear");
    await composer.textIs(NAMED_PATIENT.replace(PATIENT, "someone special dear"));
    await composer.close();
  });

  test("the card says what, why, whose rule and what to write instead, and Escape closes it", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    await composer.sight.says("Names a patient next to their care.");
    await composer.sight.says("discloses health information");
    await composer.sight.control("button", /someone special/);
    const links = (await composer.sight.controls()).filter(({ role }) => role === "link");
    assert.ok(links.length > 0, "the card names no source");
    await composer.closeCard();
    await composer.page.keyboard.press("End");
    await composer.type("!");
    await composer.underlines.are(PATIENT);
    await composer.close();
  });

  test("words that are ignored this time are not underlined again in this draft", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.openCard(PATIENT);
    await composer.sight.press("button", /^Ignore this time/);
    await composer.underlines.are();
    await composer.close();
  });

  test("a page that clears its highlights and removes our element gets both back with the next key", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(NAMED_PATIENT);
    await composer.underlines.are(PATIENT);
    await composer.page.evaluate(() => {
      CSS.highlights.clear();
      for (const element of [...document.documentElement.children])
        if (element !== document.head && element !== document.body) element.remove();
    });
    await composer.type("!");
    await composer.underlines.are(PATIENT);
    await composer.openCard(PATIENT);
    await composer.closeCard();
    await composer.close();
  });

  test("editing the flagged words lifts the flag, and harmless text never had one", async () => {
    const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await composer.type(HARMLESS);
    assert.deepEqual(await composer.underlines.list(), []);
    await composer.page.keyboard.press("Enter");
    await composer.type("So proud of Marcus Bell");
    await composer.type(" for finishing chemo");
    await composer.underlines.are(PATIENT);
    for (let key = 0; key < " for finishing chemo".length; key += 1)
      await composer.page.keyboard.press("Backspace");
    await composer.underlines.are();
    await composer.close();
  });

  test("nothing of ours is in the editor", async () => {
    const plain = await stage.compose("https://x.com/compose/post", X_DIALOG);
    await plain.type(NAMED_PATIENT);
    await plain.underlines.are(PATIENT);
    await plain.openCard(PATIENT);
    const { elements, attributes } = await plain.inventory();
    assert.deepEqual(elements, ["div", "span"]);
    const ours = attributes.filter((name) => /chaperone|cs-/i.test(name));
    assert.deepEqual(ours, []);
    await plain.close();
  });
});
