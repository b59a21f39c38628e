// What the extension's own pages look like: saved for people to look at, and judged by axe; and its toolbar button.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { until } from "./until.mjs";

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

/**
 * Looks at a page as it is now in light, dark and forced colors and from right to left, and saves each: what axe finds
 * wrong with it, and whether it has to be scrolled to the side.
 */
export async function faultsInEveryLook(stage, page, name) {
  const faults = [];
  for (const [look, settings] of Object.entries({
    dark: { dark: true },
    forced: { forced: true },
    light: {},
  })) {
    await stage.browser.setLook(page, settings);
    faults.push(...(await axeFaults(page)).map((fault) => `${look}: ${fault}`));
    await saveScreen(stage, page, `${name}-${look}`);
  }
  const isTooWide = await page.evaluate(() => {
    const root = document.documentElement;
    root.dir = "rtl";
    return root.scrollWidth > root.clientWidth;
  });
  if (isTooWide) faults.push("from right to left: it has to be scrolled to the side");
  await saveScreen(stage, page, `${name}-from-right`);
  await page.evaluate(() => {
    document.documentElement.dir = "ltr";
  });
  return faults;
}

/** Waits until an element of the page reads so: a text, or a pattern. */
export async function reads(page, selector, wanted) {
  const [pattern, exact] = wanted instanceof RegExp ? [wanted.source, null] : [null, wanted];
  await until(
    page,
    `${wanted} in ${selector}`,
    (selector, pattern, exact) => {
      const text = document.querySelector(selector)?.textContent ?? "";
      return pattern === null ? text === exact : new RegExp(pattern).test(text);
    },
    selector,
    pattern,
    exact,
  );
}

/** Waits until some tab's toolbar button shows this; "" means that no tab's shows anything. */
export async function badgeIs(page, wanted) {
  await until(
    page,
    `“${wanted}” on a toolbar button`,
    async (wanted) => {
      const tabs = await chrome.tabs.query({});
      const badges = await Promise.all(tabs.map(({ id }) => chrome.action.getBadgeText({ tabId: id })));
      return badges.sort().at(-1) === wanted;
    },
    wanted,
  );
}
