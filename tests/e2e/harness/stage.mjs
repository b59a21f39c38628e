// Everything a test file plays on: the local sites, one browser with the extension, and pages opened in it.

import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { Chromium } from "./chromium.mjs";
import { Composer } from "./composer.mjs";
import { Firefox } from "./firefox.mjs";
import { layOutProbe, Sight } from "./probe.mjs";
import { SiteServer } from "./site_server.mjs";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const BROWSERS = { chromium: Chromium, firefox: Firefox };

/** Declares the same tests once for each browser; `BROWSER=firefox` narrows them to one. */
export function inEveryBrowser(name, declare) {
  for (const browser of process.env.BROWSER ? [process.env.BROWSER] : Object.keys(BROWSERS)) {
    describe(`${name} (${browser})`, { timeout: 180_000 }, () => {
      const stage = new Stage();
      before(() => stage.open(browser));
      after(() => stage.close());
      declare(stage);
    });
  }
}

/** The local sites and one browser. */
export class Stage {
  server;
  browser;
  #probe;

  async open(name, options = {}) {
    this.#probe = layOutProbe();
    this.server = await SiteServer.start();
    this.browser = await BROWSERS[name].launch({
      port: this.server.port,
      folders: [DIST, this.#probe.folder],
      ...options,
    });
  }

  async close() {
    await this.browser?.close();
    await this.server?.close();
    this.#probe?.remove();
  }

  /** Opens an address in a tab of its own and takes hold of one of its composers. */
  async compose(url, box) {
    const page = await this.browser.browser.newPage();
    const sight = await Sight.prepare(page);
    await page.goto(url);
    await page.bringToFront();
    const composer = new Composer({ page, sight, box, server: this.server });
    await composer.focus();
    return composer;
  }
}
