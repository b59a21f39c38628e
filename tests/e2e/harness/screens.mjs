// What the extension's own pages look like: saved for people to look at, and judged by axe.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCREENS = fileURLToPath(new URL("../../../target/screens/", import.meta.url));
const AXE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Saves all of a page, as it is now, as `target/screens/<browser>-<name>.png`; `name` is page and state. */
export async function saveScreen(stage, page, name) {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${stage.browser.name}-${name}.png`), fullPage: true });
}

/** What axe finds wrong with a page as it is now, a line a fault. */
export async function axeFaults(page) {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const outcome = await globalThis.axe.run(document, { resultTypes: ["violations"] });
    return outcome.violations.map(
      (fault) => `${fault.id}: ${fault.nodes.map((node) => node.html).join(" ")}`,
    );
  });
}

/** Waits until an element of the page reads so: a text, or a pattern. */
export async function reads(page, selector, wanted, timeout = 10_000) {
  const [pattern, exact] = wanted instanceof RegExp ? [wanted.source, null] : [null, wanted];
  await page.waitForFunction(
    (selector, pattern, exact) => {
      const text = document.querySelector(selector)?.textContent ?? "";
      return pattern === null ? text === exact : new RegExp(pattern).test(text);
    },
    { timeout },
    selector,
    pattern,
    exact,
  );
}
