// What the content script costs a page where nobody writes anything: its script time while the page loads.

import { Sight } from "../tests/e2e/harness/probe.mjs";
import { Stage } from "../tests/e2e/harness/stage.mjs";
import { spread } from "./statistics.mjs";
import { ownCalls } from "./trace.mjs";

const PAGE = "https://x.com/settings";
const LOADS = 15;

/** One row; tracing is Chromium's, so there is none for Firefox. */
export async function* measureContentScript() {
  const stage = new Stage();
  await stage.open("chromium");
  try {
    const samples = [];
    for (let load = 0; load < LOADS; load += 1) samples.push(await loadOnce(stage));
    yield {
      what: "content script on a page with no composer (chromium)",
      measured: spread(samples),
      budget: "2 ms",
    };
  } finally {
    await stage.close();
  }
}

async function loadOnce(stage) {
  const page = await stage.browser.browser.newPage();
  await Sight.prepare(page);
  await page.tracing.start({ categories: ["devtools.timeline"] });
  await page.goto(PAGE, { waitUntil: "networkidle0" });
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await page.close();
  return ownCalls(trace).reduce((sum, { ms }) => sum + ms, 0);
}
