// Half a sentence is not judged in front of the person's eyes: flags come at its end or in a pause, and then they stay.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_COMMENT, X_DIALOG, X_INLINE } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const PLACES = [
  ["a post on X", "https://x.com/compose/post", X_DIALOG],
  ["a reply on X", "https://x.com/jordan/status/1", X_INLINE],
  ["a comment on Facebook", "https://www.facebook.com/", FACEBOOK_COMMENT],
];

/** Its first words are advice until the question mark. */
const TAKEN_BACK = "Stop your metformin? Ask your doctor first.";
const UNFINISHED = NAMED_PATIENT.slice(0, -1);
/** A little less than the pause that ends the waiting, for the clocks of page and extension. */
const PAUSE_MS = 650;

inEveryBrowser("flicker", (stage) => {
  for (const [place, url, box] of PLACES) {
    test(`${place} gets its flags at the end of a sentence or in a pause, and none goes away again`, async () => {
      const composer = await stage.compose(url, box);
      await composer.underlines.watch();
      await composer.typeSlowly(`${TAKEN_BACK} ${UNFINISHED}`);
      await composer.underlines.are(PATIENT);
      await composer.typeSlowly(" and then some, you know. And more\nto come");
      await composer.typeSlowly("!");
      await composer.underlines.are(PATIENT);
      const { appeared, gone, keys } = await composer.underlines.seen();
      for (const { text, quiet } of appeared) {
        assert.ok(quiet > PAUSE_MS, `“${text}” is flagged ${quiet} ms behind a key in mid-sentence`);
      }
      // A machine that stands still between two keys makes a pause too; what is flagged then may well go again.
      const pauses = keys.filter((at, nth) => nth > 0 && at - keys[nth - 1] > PAUSE_MS);
      if (pauses.length === 1) {
        assert.deepEqual(gone, []);
        assert.equal(appeared.length, 1);
      }
      await composer.close();
    });

    test(`${place} is flagged with the mark that ends the sentence`, async () => {
      const composer = await stage.compose(url, box);
      await composer.typeSlowly(NAMED_PATIENT);
      await composer.underlines.are(PATIENT);
      await composer.underlines.watch();
      await composer.typeSlowly(" Thanks to all of them");
      const { gone } = await composer.underlines.seen();
      assert.deepEqual(gone, []);
      await composer.close();
    });

    test(`${place} is judged as a whole when it is posted in the middle of a sentence`, async () => {
      const composer = await stage.compose(url, box);
      const before = stage.server.posts.length;
      await composer.type(UNFINISHED);
      await composer.pressPostKeys();
      await composer.sight.says("This post is on hold");
      assert.equal(stage.server.posts.length, before);
      await composer.page.keyboard.press("Escape");
      await composer.underlines.are(PATIENT);
      await composer.textIs(UNFINISHED);
      await composer.close();
    });
  }
});
