// From a key to its underline: the page notes when the key event was made and which frame first has the underline.
//
// A screen of 60 frames a second shows even the key itself only after up to 16.7 ms. Next to the underline stands that
// frame of the key: nothing can be underlined before it, and an answer that comes behind it takes one more.

import { BROWSER_NAMES, Stage } from "../tests/e2e/harness/stage.mjs";
import { PATIENCE, takeValue } from "../tests/e2e/harness/until.mjs";
import { EDITORS, layOutWorkbench } from "../tests/e2e/harness/workbench.mjs";
import { inMs, quantile, spread } from "./statistics.mjs";

const BEFORE = "So proud of Marcus Bell for finishing chem";
/** Held back until the sentence ends, which the measured key does. */
const UNFINISHED = "o";
const KEY = "!";
const PATIENT = "Marcus Bell";
const REPEATS = 30;

/** A row an editor and browser, and one a browser with a background that had been ended. */
export async function* measureKeystrokes() {
  for (const browser of BROWSER_NAMES) {
    const workbench = layOutWorkbench();
    const stage = new Stage();
    await stage.open(browser, { dist: workbench.folder });
    try {
      for (const editor of EDITORS) {
        const composer = await composed(stage, editor);
        const samples = [];
        for (let repeat = 0; repeat < REPEATS; repeat += 1) samples.push(await oneKey(composer));
        await composer.close();
        const [underlines, frames] = ["underline", "frame"].map((key) => samples.map((one) => one[key]));
        yield {
          what: `keystroke to underline (${editor.name}, ${browser})`,
          measured: `${spread(underlines)}; the key's own frame p95 ${inMs(quantile(frames, 0.95))}`,
          budget: "p95 16 ms",
        };
      }
      const composer = await composed(stage, EDITORS[0]);
      await stage.browser.stopBackground();
      const cold = await oneKey(composer);
      yield {
        what: `keystroke to underline, background asleep (${EDITORS[0].name}, ${browser})`,
        measured: inMs(cold.underline),
        budget: "-",
      };
    } finally {
      await stage.close();
      workbench.remove();
    }
  }
}

async function composed(stage, { name, box }) {
  const composer = await stage.compose(`https://workbench.example/${name}/`, { box });
  await composer.type(BEFORE);
  await composer.page.evaluate(watchUnderlines);
  return composer;
}

async function oneKey(composer) {
  await composer.underlines.are();
  await composer.page.keyboard.press(UNFINISHED);
  await composer.page.evaluate(() => globalThis.underlineWatch.arm());
  await composer.page.keyboard.press(KEY);
  const sample = await composer.page.waitForFunction(() => globalThis.underlineWatch.taken, {
    timeout: PATIENCE,
  });
  await composer.underlines.are(PATIENT);
  await composer.page.keyboard.press("Backspace");
  await composer.page.keyboard.press("Backspace");
  return takeValue(sample);
}

/** Runs in the page. Looks right behind every frame, when whatever was painted in it is on the screen. */
function watchUnderlines() {
  const watch = { taken: null, arm };
  const { port1, port2 } = new MessageChannel();
  let from = 0;
  let frame = null;
  const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
  port1.onmessage = async () => {
    const since = performance.now() - from;
    frame ??= since;
    if ((await globalThis.seeUnderlines()).length > 0) watch.taken = { underline: since, frame };
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
