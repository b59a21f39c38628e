// One composer of a fixture page, handled as a person handles it: real keys, real mouse, eyes on the screen.

import { PATIENCE } from "./probe.mjs";
import { Underlines } from "./underlines.mjs";

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
  /** What is underlined there. */
  underlines;
  #marks;
  #server;

  constructor({ page, sight, box, server }) {
    this.page = page;
    this.sight = sight;
    this.underlines = new Underlines(page);
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

  /** Clicks into flagged words, and waits for their card. */
  async openCard(words) {
    const { x, y } = await this.underlines.placeOf(words);
    await this.page.mouse.click(x, y);
    return this.sight.control("dialog", /./);
  }

  /** Closes the card with the key that closes everything. */
  async closeCard() {
    await this.page.keyboard.press("Escape");
    await this.sight.gone("dialog", /./);
  }

  /** Presses the first fix of the open card; answers what its button said. */
  async applyFix() {
    const fixes = (await this.sight.controls()).filter((found) => found.within === "What to write instead");
    const [first] = fixes.filter((found) => found.role === "button");
    if (first === undefined) throw new Error("the open card offers no fix");
    await this.page.mouse.click(first.x, first.y);
    return first.name;
  }

  /** Opens the way past a hold and chooses a reason. */
  async giveReason(reason) {
    await this.sight.press("summary", /./);
    await this.sight.press("label", reason);
  }

  /** Presses Tab until a control of ours has the focus; once round all of them is enough. */
  async tabTo(role, name) {
    const { length } = await this.sight.controls();
    for (let presses = 0; presses <= length; presses += 1) {
      await this.page.keyboard.press("Tab");
      const focused = (await this.sight.controls()).find((control) => control.focused);
      if (focused?.role === role && name.test(focused.name)) return;
    }
    throw new Error(`Tab never reaches the ${role} ${name}`);
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
      await this.#chord("Enter");
    }
  }

  undo() {
    return this.#chord("z");
  }

  selectAll() {
    return this.#chord("a");
  }

  /** Pastes from the clipboard, where the text is put by copying it out of a field of its own. */
  async paste(text) {
    await this.page.evaluate((pasted) => {
      const field = document.createElement("textarea");
      field.id = "clipboard-source";
      field.value = pasted;
      document.body.prepend(field);
      field.focus();
    }, text);
    await this.selectAll();
    await this.#chord("c");
    await this.page.$eval("#clipboard-source", (field) => field.remove());
    await this.focus();
    await this.#chord("v");
  }

  /** The longest time between two frames while `act` runs, in milliseconds. */
  async longestPauseWhile(act) {
    await this.page.evaluate(() => {
      const watch = { longest: 0, last: performance.now(), stopped: false };
      const tick = (now) => {
        watch.longest = Math.max(watch.longest, now - watch.last);
        watch.last = now;
        if (!watch.stopped) requestAnimationFrame(tick);
      };
      globalThis.frameWatch = watch;
      requestAnimationFrame(tick);
    });
    await act();
    return this.page.evaluate(() => {
      globalThis.frameWatch.stopped = true;
      return globalThis.frameWatch.longest;
    });
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

  /** Which elements and attributes are inside the editor, each once. */
  inventory() {
    return this.page.$eval(this.#marks.box, (box) => {
      const all = [box, ...box.querySelectorAll("*")];
      const names = all.flatMap((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      );
      const unique = (list) => [...new Set(list)].sort();
      return { elements: unique(all.map((element) => element.localName)), attributes: unique(names) };
    });
  }

  /** Waits until the site has emptied the box, which it does once a draft is posted. */
  async isPosted() {
    await this.textIs("");
    return this.#server.posts.at(-1);
  }

  async close() {
    await this.page.close();
  }

  async #chord(key) {
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press(key);
    await this.page.keyboard.up("Control");
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
