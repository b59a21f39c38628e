// Where the content script begins: at the start of every page of a described site, before the page's own scripts.
// The browser has run the description's own script just before, as the manifest says.

import type { Site } from "./messages";
import { Page } from "./page";

declare global {
  var chaperoneSites: Site[] | undefined;
}

const [site] = globalThis.chaperoneSites ?? [];
if (site) new Page(site);
