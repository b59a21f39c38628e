// Runs the browser tests, those files first that take longest, so that two that run side by side end together.

import { readdirSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("../tests/e2e/", import.meta.url);
/** A browser that is driven waits half of its time, so two files at once keep two cores busy. */
const AT_ONCE = 2;
/** By their time, the longest first; all others take less. */
const LONGEST = [
  "surfaces",
  "editors",
  "popup",
  "holding",
  "typing",
  "options",
  "accessibility",
  "flicker",
  "doors",
];

const rank = (file) => {
  const place = LONGEST.indexOf(file.replace(/\.test\.mjs$/, ""));
  return place === -1 ? LONGEST.length : place;
};
const files = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".test.mjs"))
  .sort((one, other) => rank(one) - rank(other));

run({ files: files.map((file) => fileURLToPath(new URL(file, FOLDER))), concurrency: AT_ONCE })
  .on("test:fail", () => {
    process.exitCode = 1;
  })
  .compose(spec)
  .pipe(process.stdout);
