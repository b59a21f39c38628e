// From a key to its underline: the page notes when the key event was made and which frame first has the underline.
//
// A screen of 60 frames a second shows even the key itself only after up to 16.7 ms. Next to the underline stands that
// frame of the key: nothing can be underlined before it, and an answer that comes behind it takes one more.

import { X_DIALOG } from "../tests/e2e/harness/composer.mjs";
import { BROWSER_NAMES, Stage } from "../tests/e2e/harness/stage.mjs";
import { PATIENCE } from "../tests/e2e/harness/until.mjs";
import { inMs, quantile, spread } from "./statistics.mjs";

const BEFORE = "So proud of Marcus Bell for finishing chem";
/** Held back until the sentence ends, which the measured key does. */
const UNFINISHED = "o";
const KEY = "!";
const PATIENT = "Marcus Bell";
const REPEATS = 60;

/** Two rows a browser: warm, and with a background that had been ended. */
export async function* measureKeystrokes() {
  for (const name of BROWSER_NAMES) {
    const stage = new Stage();
    await stage.open(name);
    try {
      const composer = await stage.compose("https://x.com/compose/post", X_DIALOG);
      await composer.type(BEFORE);
      await composer.page.evaluate(watchUnderlines);
      const samples = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) samples.push(await oneKey(composer));
      const [underlines, frames] = ["underline", "frame"].map((key) => samples.map((sample) => sample[key]));
      yield {
        what: `keystroke to underline, warm (${name})`,
        measured: `${spread(underlines)}; the key's own frame p95 ${inMs(quantile(frames, 0.95))}`,
        budget: "p95 16 ms",
      };

      await stage.browser.stopBackground();
      const cold = await oneKey(composer);
      yield {
        what: `keystroke to underline, background asleep (${name})`,
        measured: inMs(cold.underline),
        budget: "-",
      };
    } finally {
      await stage.close();
    }
  }
}

async function oneKey(composer) {
  await composer.underlines.are();
  await composer.page.keyboard.press(UNFINISHED);
  await composer.page.evaluate(() => globalThis.underlineWatch.arm());
  await composer.page.keyboard.press(KEY);
  const taken = await composer.page.waitForFunction(() => globalThis.underlineWatch.taken, {
    timeout: PATIENCE,
  });
  const sample = await taken.jsonValue();
  await composer.underlines.are(PATIENT);
  await composer.page.keyboard.press("Backspace");
  await composer.page.keyboard.press("Backspace");
  return sample;
}

/** Runs in the page. Looks right behind every frame, when whatever was painted in it is on the screen. */
function watchUnderlines() {
  const watch = { taken: null, arm };
  const { port1, port2 } = new MessageChannel();
  let from = 0;
  let frame = null;
  const isUnderlined = () => [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
  const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
  port1.onmessage = () => {
    const since = performance.now() - from;
    frame ??= since;
    if (isUnderlined()) watch.taken = { underline: since, frame };
    else nextFrame();
  };
  function arm() {
    watch.taken = null;
    frame = null;
    const onKey = (key) => {
      from = key.timeStamp;
      nextFrame();
    };
    addEventListener("keydown", onKey, { capture: true, once: true });
  }
  globalThis.underlineWatch = watch;
}
