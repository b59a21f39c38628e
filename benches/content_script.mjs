// What the content script costs a page where nobody writes anything: its script time while the page loads.

import { Sight } from "../tests/e2e/harness/probe.mjs";
import { Stage } from "../tests/e2e/harness/stage.mjs";
import { spread } from "./statistics.mjs";

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
  // The probe of the tests is an extension too; only what comes from our own file counts.
  const ours = trace.traceEvents.filter(
    ({ name, args }) =>
      ["EvaluateScript", "FunctionCall"].includes(name) &&
      /-extension:.*\/content\.js/.test(args?.data?.url ?? ""),
  );
  const total = outermost(ours).reduce((sum, { dur }) => sum + (dur ?? 0), 0);
  return total / 1000;
}

/** Without the calls that happen inside others, which would count twice. */
function outermost(events) {
  const byStart = events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur);
  let end = 0;
  return byStart.filter(({ ts, dur }) => {
    const isOuter = ts >= end;
    if (isOuter) end = ts + (dur ?? 0);
    return isOuter;
  });
}
