// What the content script costs a page where nobody writes anything: its script time while the page loads.
//
// Chromium keeps no compiled content scripts, so the first page in a process parses all of the script, which is most of its
// time; the pages behind it in the same process find it parsed. A script that loaded its larger part later would need an
// address that pages can ask for, or rights over the site's hosts, and would tell pages of us or ask people for more.

import { Sight } from "../tests/e2e/harness/probe.mjs";
import { Stage } from "../tests/e2e/harness/stage.mjs";
import { spread } from "./statistics.mjs";
import { ownCalls } from "./trace.mjs";

const PAGE = "https://x.com/settings";
const LOADS = 15;

/** Two rows; tracing is Chromium's, so there are none for Firefox. */
export async function* measureContentScript() {
  const stage = new Stage();
  await stage.open("chromium");
  try {
    const [first, next] = [[], []];
    for (let load = 0; load < LOADS; load += 1) {
      const page = await stage.browser.browser.newPage();
      await Sight.prepare(page);
      first.push(await loadOnce(page));
      next.push(await loadOnce(page));
      await page.close();
    }
    const what = "content script on a page with no composer";
    yield { what: `${what}, first in its process (chromium)`, measured: spread(first), budget: "2 ms" };
    yield { what: `${what}, next one (chromium)`, measured: spread(next), budget: "2 ms" };
  } finally {
    await stage.close();
  }
}

async function loadOnce(page) {
  await page.tracing.start({ categories: ["devtools.timeline"] });
  await page.goto(PAGE, { waitUntil: "networkidle0" });
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  return ownCalls(trace).reduce((sum, { ms }) => sum + ms, 0);
}
