// Where the content script begins: at the start of every page of a described site, before the page's own scripts.

import sites from "chaperone:sites";
import { siteAt } from "./address";
import { Page } from "./page";

const site = siteAt(sites, location);
if (site) new Page(site);
