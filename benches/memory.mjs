// What stays in a page after many compose boxes have come and gone: it must not grow.

import { NAMED_PATIENT, PATIENT } from "../tests/e2e/drafts.mjs";
import { Stage } from "../tests/e2e/harness/stage.mjs";
import { layOutWorkbench } from "../tests/e2e/harness/workbench.mjs";

/** Behind these everything is there that comes once, what V8 makes of code that has often run with it. */
const FIRST = 200;
const COMPOSERS = 100;
const BOX = { box: "#box" };

/** One row; the counters are Chromium's. */
export async function* measureMemory() {
  const workbench = layOutWorkbench();
  const stage = new Stage();
  try {
    await stage.open("chromium", { dist: workbench.folder });
    const composer = await stage.compose("https://workbench.example/plain/", BOX);
    const session = await composer.page.createCDPSession();
    await session.send("Performance.enable");
    for (let nth = 0; nth < FIRST; nth += 1) await openAndClose(composer, nth);
    const before = await counted(composer.page, session);
    for (let nth = FIRST; nth < FIRST + COMPOSERS; nth += 1) await openAndClose(composer, nth);
    const after = await counted(composer.page, session);
    const grown = Object.keys(before).map((name) => `${name} ${signed(after[name] - before[name])}`);
    yield {
      what: `left by ${COMPOSERS} composers, opened, flagged and closed (chromium)`,
      measured: grown.join(", "),
      budget: "nothing",
    };
  } finally {
    await stage.close();
    workbench.remove();
  }
}

/** Editable text and a text field by turns, with a card over every third. */
async function openAndClose(composer, nth) {
  const { page } = composer;
  await page.evaluate(
    (isField) => {
      const made = document.createElement(isField ? "textarea" : "div");
      made.id = "box";
      if (!isField) made.contentEditable = "true";
      document.querySelector("#box").replaceWith(made);
      made.focus();
    },
    nth % 2 === 1,
  );
  await page.evaluate((text) => document.execCommand("insertText", false, text), NAMED_PATIENT);
  await composer.underlines.include(PATIENT);
  if (nth % 3 === 0) await composer.openCard(PATIENT);
  await page.$eval("#box", (box) => {
    const place = document.createElement("div");
    place.id = "box";
    box.replaceWith(place);
  });
  await composer.underlines.lack(PATIENT);
}

async function counted(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (wanted) => metrics.find(({ name }) => name === wanted).value;
  const highlights = await page.evaluate(() =>
    [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
  );
  return {
    nodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
    highlights,
    KB: Math.round(metric("JSHeapUsedSize") / 1024),
  };
}

function signed(difference) {
  return difference < 0 ? String(difference) : `+${difference}`;
}
