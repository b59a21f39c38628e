// Everything a test file plays on: the local sites, one browser with the extension, and pages opened in it.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { Chromium } from "./chromium.mjs";
import { Composer } from "./composer.mjs";
import { Firefox } from "./firefox.mjs";
import { layOutProbe, Sight } from "./probe.mjs";
import { SiteServer } from "./site_server.mjs";
import { appears, until } from "./until.mjs";

/** The extension as it is built, for either browser. */
export const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
/** What a browser's store gets: the tests play on the very files that ship. */
const shipped = (browser) => fileURLToPath(new URL(`../../../target/stores/${browser}/`, import.meta.url));
const BROWSERS = { chromium: Chromium, firefox: Firefox };

/** The browsers under test; `BROWSER=firefox` narrows them to one. */
export const BROWSER_NAMES = process.env.BROWSER ? [process.env.BROWSER] : Object.keys(BROWSERS);

/**
 * Declares the same tests once for each browser, whose name is given too; `timeout` is for all of them together, in
 * milliseconds, `options` are those of `Stage.open`.
 */
export function inEveryBrowser(name, declare, timeout = 300_000, options = {}) {
  for (const browser of BROWSER_NAMES) {
    describe(`${name} (${browser})`, { timeout }, () => {
      const stage = new Stage();
      before(() => stage.open(browser, options));
      after(() => stage.close());
      declare(stage, browser);
    });
  }
}

/** The local sites and one browser. */
export class Stage {
  server;
  browser;
  /** The page that opened on installation, where a test has asked to keep it. */
  welcome = null;
  #probe;
  #copy;

  /**
   * `dist` names another extension than the one that was built; `headless: false` shows the window; `welcome: "keep"`
   * leaves the page open that greets a new user, `"never"` expects none; `grants` are hosts that the person has
   * allowed, and with an empty list some may be allowed later; `language` takes English away from the extension, as a
   * browser in that language does.
   */
  async open(
    name,
    { dist = shipped(name), headless = true, welcome = "close", grants, language = "en" } = {},
  ) {
    this.#probe = layOutProbe();
    this.server = await SiteServer.start();
    const { port } = this.server;
    const own = language === "en" ? dist : this.#withoutEnglish(dist, language);
    const canGrant = grants !== undefined;
    this.browser = await BROWSERS[name].launch({
      port,
      dist: own,
      probe: this.#probe.folder,
      headless,
      canGrant,
    });
    if (welcome !== "never") this.welcome = await this.browser.welcomePage();
    if (welcome === "close") await this.welcome.close();
    if (grants?.length > 0) await this.grant(grants);
  }

  /** Allows hosts, and waits until pages that open there are checked. */
  async grant(hosts) {
    const own = await this.browser.openOwnPage();
    await this.browser.grant(hosts);
    await until(
      own,
      "the content script's registration",
      async (hosts) => {
        const [script] = await chrome.scripting.getRegisteredContentScripts();
        return hosts.every((host) => script?.matches.includes(`https://${host}/*`));
      },
      hosts,
    );
    await own.close();
  }

  async close() {
    await this.browser?.close();
    await this.server?.close();
    this.#probe?.remove();
    if (this.#copy) rmSync(this.#copy, { recursive: true, force: true });
  }

  #withoutEnglish(dist, language) {
    this.#copy = mkdtempSync(join(tmpdir(), "chaperone-language-"));
    cpSync(dist, this.#copy, { recursive: true });
    rmSync(join(this.#copy, "_locales/en"), { recursive: true });
    const path = join(this.#copy, "manifest.json");
    const manifest = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...manifest, default_locale: language }));
    return this.#copy;
  }

  /**
   * Opens an address in a tab of its own and takes hold of one of its composers. `box.frame` names the frame that it
   * is in, `box.open` what a person presses before it shows.
   */
  async compose(url, box) {
    const page = await this.browser.browser.newPage();
    const sight = await Sight.prepare(page);
    await page.goto(url);
    await page.bringToFront();
    const frame = box.frame ? await frameIn(page, box.frame) : page.mainFrame();
    const composer = new Composer({ page, sight: sight.in(frame), box, stage: this, frame });
    for (const css of box.open ?? []) await composer.press(css);
    await composer.focus();
    return composer;
  }
}

async function frameIn(page, css) {
  const element = await appears(page, css);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error(`${css} is no frame`);
  return frame;
}
