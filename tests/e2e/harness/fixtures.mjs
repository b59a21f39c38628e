// What the fixture folders say of themselves: at which hosts they stand, under which policy, and which compose boxes a
// test finds there. `sites/README.md` explains every key of a `surfaces.json`.

import { existsSync, readdirSync, readFileSync } from "node:fs";

const FIXTURES = new URL("../fixtures/", import.meta.url);
let read;

/** Every fixture that stands for a site: its `surfaces.json` and the site's id. */
export function fixtures() {
  read ??= readdirSync(FIXTURES).flatMap((site) => {
    const file = new URL(`${site}/surfaces.json`, FIXTURES);
    return existsSync(file) ? [{ site, ...JSON.parse(readFileSync(file, "utf8")) }] : [];
  });
  return read;
}
