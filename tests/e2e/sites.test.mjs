// Every selector of every site description is one that the browsers understand: one slip would stop its whole site.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { inEveryBrowser } from "./harness/stage.mjs";

const SITES = new URL("../../sites/", import.meta.url);
/** The keys of a description that hold selectors. */
const SELECTOR_KEYS = new Set(["css", "inside"]);

inEveryBrowser("sites", (stage) => {
  for (const file of readdirSync(SITES).filter((name) => name.endsWith(".json"))) {
    test(`every selector of ${file} parses`, async () => {
      const selectors = [];
      JSON.parse(readFileSync(new URL(file, SITES), "utf8"), (key, value) => {
        // What stands on either side of a step into a shadow root is a selector of its own.
        if (SELECTOR_KEYS.has(key)) selectors.push(...value.split(">>>"));
        return value;
      });
      assert.ok(selectors.length > 0);
      const page = await stage.browser.browser.newPage();
      assert.deepEqual(await page.evaluate(refusedAmong, selectors), []);
      await page.close();
    });
  }
});

/** Runs in the page. */
function refusedAmong(selectors) {
  return selectors.filter((selector) => {
    try {
      document.querySelector(selector);
      return false;
    } catch {
      return true;
    }
  });
}
