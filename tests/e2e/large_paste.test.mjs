// A very long paste: checked up to the stated limit, declined in so many words above it, and the page stays quick.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NAMED_PATIENT, PATIENT } from "./drafts.mjs";
import { FACEBOOK_POST } from "./harness/composer.mjs";
import { inEveryBrowser } from "./harness/stage.mjs";

const PARAGRAPHS = 500;
const FILLER = "The office fair was a lot of fun and the weather held all day long. ";
/** A person notices a pause from about a tenth of a second; a machine under test is slower than theirs. */
const LONGEST_PAUSE_MS = 500;

/** One long pause may be the machine's; a page that is slow is so at every key. */
function assertQuick(pauses) {
  assert.ok(pauses.length > 1, "no frame was drawn");
  assert.ok(pauses[1] < LONGEST_PAUSE_MS, `the page stood still for ${pauses.slice(0, 5)} ms`);
}

inEveryBrowser("large paste", (stage) => {
  test("60,000 characters in 500 paragraphs are checked and typing stays quick", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    const paragraph = FILLER.repeat(2).slice(0, 60_000 / PARAGRAPHS - 1);
    await composer.paste(`${`${paragraph}\n`.repeat(PARAGRAPHS)}${NAMED_PATIENT}`);
    await composer.underlines.are(PATIENT);
    assertQuick(await composer.pausesWhile(() => composer.typeSlowly(" It was great.")));
    await composer.underlines.are(PATIENT);
    await composer.close();
  });

  test("more than 100,000 characters are declined aloud, never blocked, and typing stays quick", async () => {
    const composer = await stage.compose("https://www.facebook.com/composer", FACEBOOK_POST);
    const text = `${NAMED_PATIENT} ${FILLER.repeat(Math.ceil(100_000 / FILLER.length))}`;
    await composer.paste(text);
    await composer.sight.says("not being checked");
    assert.deepEqual(await composer.sight.accessibility(), []);
    assertQuick(await composer.pausesWhile(() => composer.typeSlowly("End.")));
    await composer.pressPost();
    assert.equal((await composer.isPosted()).text, `${text}End.`);
    await composer.close();
  });
});
