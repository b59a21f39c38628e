// The underlines of a page, read from the CSS highlights that any page may list.

import { PATIENCE } from "./probe.mjs";

/** What is underlined in one page. */
export class Underlines {
  #page;

  constructor(page) {
    this.#page = page;
  }

  /** All of them: `{style, text}`. */
  list() {
    return this.#page.evaluate(() => {
      const found = [];
      for (const [style, highlight] of CSS.highlights) {
        for (const range of highlight) found.push({ style, text: range.toString() });
      }
      return found;
    });
  }

  /** Waits until exactly these words are underlined, in any order. */
  are(...words) {
    return this.#until("are", words);
  }

  /** Waits until these words are underlined, whatever else is. */
  include(words) {
    return this.#until("include", [words]);
  }

  /** Waits until these words are not underlined. */
  lack(words) {
    return this.#until("lack", [words]);
  }

  /** Waits until at least so many places are underlined. */
  atLeast(number) {
    return this.#until("at least", [number]);
  }

  /** The middle of the first line of underlined words, on the screen. */
  async placeOf(words) {
    await this.include(words);
    return this.#page.evaluate((wanted) => {
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          if (range.toString() !== wanted) continue;
          const box = range.getClientRects()[0];
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      throw new Error(`"${wanted}" is no longer underlined`);
    }, words);
  }

  /** The roles of the dialogs that underlined words stand in; `page` for words outside any. */
  containers() {
    return this.#page.evaluate(() => {
      const found = new Set();
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          const dialog = range.startContainer.parentElement.closest("[role=dialog]");
          found.add(dialog?.getAttribute("role") ?? "page");
        }
      }
      return [...found];
    });
  }

  #until(how, words) {
    return this.#page.waitForFunction(
      (condition, wanted) => {
        const found = [];
        for (const [, highlight] of CSS.highlights)
          for (const range of highlight) found.push(range.toString());
        const shown = found.filter((text) => text !== "");
        if (condition === "at least") return shown.length >= wanted[0];
        if (condition === "include") return shown.includes(wanted[0]);
        if (condition === "lack") return !shown.includes(wanted[0]);
        return JSON.stringify(shown.sort()) === JSON.stringify(wanted.sort());
      },
      { timeout: PATIENCE },
      how,
      words,
    );
  }
}
