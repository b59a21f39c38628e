// Where the content script begins: at the start of every page of a described site, before the page's own scripts.
// The browser has run the descriptions' own script just before: the one of the site, as the manifest says, or all of those
// that are told by signs in the page, on a host that the person has allowed.

import type { Site } from "./messages";
import { Page } from "./page";

declare global {
  var chaperoneSites: Site[] | undefined;
  var chaperonePage: Page | undefined;
}

const sites = globalThis.chaperoneSites ?? [];
// A page's signs are there once it has been read; a site that needs none is served before that.
if (document.readyState === "loading" && sites.some(({ signs }) => signs)) {
  document.addEventListener("DOMContentLoaded", begin, { once: true });
} else {
  begin();
}

function begin(): void {
  const site = sites.find(({ signs }) => signs?.some(({ css }) => document.querySelector(css)) ?? true);
  if (site && !globalThis.chaperonePage?.isThere) globalThis.chaperonePage = new Page(site);
}
