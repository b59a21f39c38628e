// What typing costs in each editor: from a key to the next frame with the checker and without, and the time that our own
// script takes of it.

import { Stage } from "../tests/e2e/harness/stage.mjs";
import { PATIENCE } from "../tests/e2e/harness/until.mjs";
import { EDITORS, layOutWorkbench } from "../tests/e2e/harness/workbench.mjs";
import { inMs, quantile, spread } from "./statistics.mjs";
import { keyTimes, ownCalls } from "./trace.mjs";

/** Flagged, fixed in passing and flagged again, as people write. */
const TEXT =
  "Our office is closed on Monday. So proud of Marcus Bell for finishing chemo with us! DM me a pic of the rash.";
/** The same pages: at one host the content script runs, at the other it does not. */
const CHECKED = "workbench.example";
const BARE = "bare.example";

/** Two rows an editor; tracing is Chromium's, so there are none for Firefox. */
export async function* measureTyping() {
  const workbench = layOutWorkbench();
  const stage = new Stage();
  try {
    await stage.open("chromium", { dist: workbench.folder });
    for (const editor of EDITORS) {
      const bare = await typed(stage, BARE, editor);
      const checked = await typed(stage, CHECKED, editor);
      const [late, lateBare] = [checked, bare].map(({ frames }) => inMs(quantile(frames, 0.95)));
      yield {
        what: `key to next frame (${editor.name})`,
        measured: `p95 ${late}; without Chaperone ${lateBare}`,
        budget: "-",
      };
      yield {
        what: `content script a key (${editor.name})`,
        measured: spread(checked.scripts),
        budget: "p95 2 ms",
      };
    }
  } finally {
    await stage.close();
    workbench.remove();
  }
}

/** Types the text twice: once for the frames, once under a trace, which slows everything down, for the script. */
async function typed(stage, host, { name, box }) {
  const composer = await stage.compose(`https://${host}/${name}/`, { box });
  const { page } = composer;
  await page.evaluate(watchFrames);
  const frames = await typeSlowly(page);
  await page.tracing.start({ categories: ["devtools.timeline"] });
  await typeSlowly(page);
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await composer.close();
  return { frames, scripts: perKey(keyTimes(trace), ownCalls(trace)) };
}

/** One key after the other, each when the frame behind the last one is on the screen. */
async function typeSlowly(page) {
  const samples = [];
  for (const key of TEXT) {
    await page.keyboard.press(key);
    const taken = await page.waitForFunction(() => globalThis.frameWatch.take(), { timeout: PATIENCE });
    samples.push(await taken.jsonValue());
  }
  return samples;
}

/** The time our script took between each key and the next. */
function perKey(keys, calls) {
  return keys.map((from, nth) => {
    const to = keys[nth + 1] ?? Number.POSITIVE_INFINITY;
    return calls.filter(({ at }) => from <= at && at < to).reduce((sum, { ms }) => sum + ms, 0);
  });
}

/** Runs in the page: how long each key takes until the frame that shows it has been drawn. */
function watchFrames() {
  let taken = null;
  globalThis.frameWatch = {
    take() {
      const value = taken;
      taken = null;
      return value;
    },
  };
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        taken = performance.now() - timeStamp;
      };
      requestAnimationFrame(() => port2.postMessage(null));
    },
    { capture: true },
  );
}
