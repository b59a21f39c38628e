// How soon the popup is there: from the moment the browser begins to open it to its first words on the screen.

import { X_DIALOG } from "../tests/e2e/harness/composer.mjs";
import { BROWSER_NAMES, Stage } from "../tests/e2e/harness/stage.mjs";
import { PATIENCE } from "../tests/e2e/harness/until.mjs";
import { spread } from "./statistics.mjs";

const REPEATS = 12;

/** A row a browser. */
export async function* measurePopup() {
  for (const name of BROWSER_NAMES) {
    const stage = new Stage();
    await stage.open(name);
    try {
      const { page } = await stage.compose("https://x.com/compose/post", X_DIALOG);
      const samples = [];
      for (let repeat = 0; repeat < REPEATS; repeat += 1) samples.push(await firstPaint(stage, page));
      yield { what: `popup, opening to first paint (${name})`, measured: spread(samples), budget: "100 ms" };
    } finally {
      await stage.close();
    }
  }
}

/** The browser's own figure, in milliseconds. */
async function firstPaint(stage, page) {
  const popup = await stage.browser.openPopup(page);
  await popup.bringToFront();
  const painted = await popup.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    { timeout: PATIENCE },
  );
  const sample = await painted.jsonValue();
  await popup.close();
  return sample;
}
