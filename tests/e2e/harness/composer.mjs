// One composer of a fixture page, handled as a person handles it: real keys, real mouse, eyes on the screen.

import { PATIENCE } from "./probe.mjs";

/** The boxes of the fixtures. */
export const X_DIALOG = {
  box: '[role="dialog"] [data-testid="tweetTextarea_0"]',
  button: '[role="dialog"] [data-testid="tweetButton"]',
  blocks: "[data-block]",
};
export const X_INLINE = {
  box: '[data-testid="primaryColumn"] [data-testid="tweetTextarea_0"]',
  button: '[data-testid="tweetButtonInline"]',
  blocks: "[data-block]",
};
export const FACEBOOK_POST = {
  box: '[role="dialog"] [data-lexical-editor="true"]',
  button: '[role="dialog"] [aria-label="Post"]',
  blocks: "p",
};
export const FACEBOOK_COMMENT = {
  box: '[aria-label="Comment as Ann"]',
  button: '#focused-state-composer-submit [aria-label="Comment"]',
  blocks: "p",
};

/** One box in one page. */
export class Composer {
  /** The puppeteer page. */
  page;
  /** What is seen of Chaperone there. */
  sight;
  #marks;
  #server;

  constructor({ page, sight, box, server }) {
    this.page = page;
    this.sight = sight;
    this.#marks = box;
    this.#server = server;
  }

  async focus() {
    await this.page.waitForSelector(this.#marks.box);
    await this.page.click(this.#marks.box);
  }

  /** Types key by key; a line break is the key a person would press for one here. */
  async type(text) {
    const lines = text.split("\n");
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.#breakLine();
      for (const key of line) await this.page.keyboard.type(key);
    }
  }

  /** The editor's text as its page shows it, a line a block. */
  text() {
    return this.page.$eval(
      this.#marks.box,
      (box, blocks) => {
        const found = [...box.querySelectorAll(blocks)];
        return found.map((block) => block.innerText.replace(/\n$/, "")).join("\n");
      },
      this.#marks.blocks,
    );
  }

  /** Every underline of the page: `{style, text}`, from the highlights that any page may list. */
  underlines() {
    return this.page.evaluate(listUnderlines);
  }

  /** Waits until exactly these words are underlined, in any order. */
  async underlinesAre(...words) {
    await this.page.waitForFunction(
      (wanted) => {
        const found = [];
        for (const [, highlight] of CSS.highlights)
          for (const range of highlight) found.push(range.toString());
        return JSON.stringify(found.filter((text) => text !== "").sort()) === wanted;
      },
      { timeout: PATIENCE },
      JSON.stringify([...words].sort()),
    );
  }

  /** Clicks into flagged words, which opens their card. */
  async clickUnderline(words) {
    const spot = await this.page.evaluate((wanted) => {
      for (const [, highlight] of CSS.highlights) {
        for (const range of highlight) {
          if (range.toString() !== wanted) continue;
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      return null;
    }, words);
    if (spot === null) throw new Error(`"${words}" is not underlined`);
    await this.page.mouse.click(spot.x, spot.y);
  }

  /** Presses the site's own post button. */
  async pressPost() {
    await this.page.click(this.#marks.button);
  }

  /** Presses the keys that post here. */
  async pressPostKeys() {
    if (this.#marks === FACEBOOK_COMMENT) {
      await this.page.keyboard.press("Enter");
    } else {
      await this.page.keyboard.down("Control");
      await this.page.keyboard.press("Enter");
      await this.page.keyboard.up("Control");
    }
  }

  async undo() {
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press("z");
    await this.page.keyboard.up("Control");
  }

  /** Waits until the editor holds exactly this text. */
  async textIs(text) {
    await this.page.waitForFunction(
      (selector, blocks, wanted) => {
        const found = [...document.querySelector(selector).querySelectorAll(blocks)];
        return found.map((block) => block.innerText.replace(/\n$/, "")).join("\n") === wanted;
      },
      { timeout: PATIENCE },
      this.#marks.box,
      this.#marks.blocks,
      text,
    );
  }

  /** The editor's inner markup, to prove that nothing of ours is in it. */
  markup() {
    return this.page.$eval(this.#marks.box, (box) => box.outerHTML);
  }

  /** Waits until the site has emptied the box, which it does once a draft is posted. */
  async isPosted() {
    await this.textIs("");
    return this.#server.posts.at(-1);
  }

  async close() {
    await this.page.close();
  }

  async #breakLine() {
    if (this.#marks === FACEBOOK_COMMENT) {
      await this.page.keyboard.down("Shift");
      await this.page.keyboard.press("Enter");
      await this.page.keyboard.up("Shift");
    } else {
      await this.page.keyboard.press("Enter");
    }
  }
}

/** Runs in the page. */
function listUnderlines() {
  const found = [];
  for (const [style, highlight] of CSS.highlights) {
    for (const range of highlight) found.push({ style, text: range.toString() });
  }
  return found;
}
