// One composer of a fixture page, handled as a person handles it: real keys, real mouse, eyes on the screen.

import { Underlines } from "./underlines.mjs";
import { appears, takeValue, until } from "./until.mjs";

/**
 * The boxes that most tests play on. `lines`: the elements that are one line each; `line_break` and `keys`: what a
 * person presses for a new line, and to post.
 */
export const X_DIALOG = {
  box: '[role="dialog"] [data-testid="tweetTextarea_0"]',
  button: '[role="dialog"] [data-testid="tweetButton"]',
  lines: "[data-block]",
  line_break: "Enter",
  keys: "Control+Enter",
};
export const X_INLINE = {
  ...X_DIALOG,
  box: '[data-testid="primaryColumn"] [data-testid="tweetTextarea_0"]',
  button: '[data-testid="tweetButtonInline"]',
};
export const FACEBOOK_POST = {
  box: '[role="dialog"] [data-lexical-editor="true"]',
  button: '[role="dialog"] [aria-label="Post"]',
  lines: "p",
  line_break: "Enter",
  keys: "Control+Enter",
};
export const FACEBOOK_COMMENT = {
  box: '[aria-label="Comment as Ann"]',
  button: '#focused-state-composer-submit [aria-label="Comment"]',
  lines: "p",
  line_break: "Shift+Enter",
  keys: "Enter",
};
export const STUDIO_TITLE = { box: "#title-textarea #textbox", button: "#done-button" };

/** One box in one page. */
export class Composer {
  /** The puppeteer page. */
  page;
  /** What is seen of Chaperone there. */
  sight;
  /** What is underlined there. */
  underlines;
  #marks;
  #stage;
  #frame;

  /** `frame` is where the box is, if not in the page itself. */
  constructor({ page, sight, box, stage, frame = page.mainFrame() }) {
    this.page = page;
    this.sight = sight;
    this.underlines = new Underlines(frame, sight);
    this.#marks = box;
    this.#stage = stage;
    this.#frame = frame;
  }

  async focus() {
    await this.press(this.#marks.box);
  }

  /** Types quickly; a line break is what a person would do for one here, and may lead into the next part. */
  async type(text) {
    const lines = text.split(this.#marks.parts ? "\n\n" : "\n");
    for (const [index, line] of lines.entries()) {
      if (index > 0) await this.#breakLine(index);
      await this.#stage.browser.type(this.page, line);
    }
  }

  /** Types key by key: the page has time to draw in between. */
  async typeSlowly(text) {
    for (const key of text) await this.type(key);
  }

  /** The box's text as its page shows it. */
  text() {
    return this.#frame.$eval(
      this.#marks.box,
      (box, lines) => globalThis.seeText(box, lines),
      this.#marks.lines ?? null,
    );
  }

  /** Clicks into flagged words, and waits for their card; `held` is how long the button stays down, in milliseconds. */
  async openCard(words, held = 0) {
    const { x, y } = await this.underlines.placeOf(words);
    await this.page.mouse.click(x, y, { delay: held });
    return this.sight.control("dialog", /./);
  }

  /** Closes the card with the key that closes everything. */
  async closeCard() {
    await this.page.keyboard.press("Escape");
    await this.sight.gone("dialog", /./);
  }

  /** Presses the first fix of the open card; answers what its button said. */
  async applyFix() {
    const found = await until(this.#frame, "a fix on the open card, standing still,", () =>
      globalThis.onceStill(async () =>
        (await globalThis.askProbe("controls")).find(
          ({ role, within }) => role === "button" && within === "What to write instead",
        ),
      ),
    );
    const first = await takeValue(found);
    const { x, y } = await this.sight.onScreen(first);
    await this.page.mouse.click(x, y);
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

  /** Presses something of the site's. */
  async press(css) {
    const pressed = await appears(this.#frame, css);
    await pressed.click();
  }

  /** Presses the site's own post button. */
  async pressPost() {
    await this.press(this.#marks.button);
  }

  /** Presses the keys that post here. */
  async pressPostKeys() {
    await this.#pressKeys(this.#marks.keys);
  }

  /** Chooses a file in a file input, as the browser's own window would. */
  async chooseFile(css, file) {
    const input = await appears(this.#frame, css);
    await input.uploadFile(file);
  }

  /** Waits until the post is held. */
  async isHeld() {
    await this.sight.says("This post is on hold");
  }

  /** Goes back from a held post to its text. */
  async keepEditing() {
    await this.page.keyboard.press("Escape");
    await this.sight.gone("alertdialog", /./);
  }

  /** Posts a held post with a reason. */
  async postAnyway() {
    await this.giveReason(/^Nobody in it is a patient/);
    await this.sight.press("button", /^Post anyway/);
  }

  undo() {
    return this.#pressKeys("Control+z");
  }

  selectAll() {
    return this.#pressKeys("Control+a");
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
    await this.#pressKeys("Control+c");
    await this.page.$eval("#clipboard-source", (field) => field.remove());
    await this.focus();
    await this.pasteClipboard();
  }

  /** Pastes what is on the clipboard. */
  pasteClipboard() {
    return this.#pressKeys("Control+v");
  }

  /** The times between two frames while `act` runs, the longest first, in milliseconds. */
  async pausesWhile(act) {
    await this.page.evaluate(() => {
      const watch = { pauses: [], last: performance.now(), stopped: false };
      const tick = (now) => {
        watch.pauses.push(now - watch.last);
        watch.last = now;
        if (!watch.stopped) requestAnimationFrame(tick);
      };
      globalThis.frameWatch = watch;
      requestAnimationFrame(tick);
    });
    await act();
    return this.page.evaluate(() => {
      globalThis.frameWatch.stopped = true;
      return globalThis.frameWatch.pauses.sort((one, other) => other - one);
    });
  }

  /** Waits until the box holds exactly this text. */
  async textIs(text) {
    const boxes = await this.#boxes();
    const lines = this.#marks.lines ?? null;
    const isShown = (wanted, of, ...all) => globalThis.seeTexts(all, of) === wanted;
    try {
      await until(this.#frame, `the text ${JSON.stringify(text)}`, isShown, text, lines, ...boxes);
    } catch (cause) {
      const shown = await this.#frame.evaluate((of, ...all) => globalThis.seeTexts(all, of), lines, ...boxes);
      throw new Error(`the box shows ${JSON.stringify(shown)}; ${cause.message}`, { cause });
    }
  }

  /** Which elements and attributes are inside the editor, each once. */
  inventory() {
    return this.#frame.$eval(this.#marks.box, (box) => {
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
    await this.textIs("\n\n".repeat(this.#marks.parts ? this.#marks.parts.length - 1 : 0));
    return this.#stage.server.posts.at(-1);
  }

  async close() {
    await this.page.close();
  }

  async #breakLine(index) {
    const part = this.#marks.parts?.[index];
    if (!part) return this.#pressKeys(this.#marks.line_break);
    if (part.press) await this.press(part.press);
    if (part.keys) await this.#pressKeys(part.keys);
    return this.press(part.box);
  }

  /** Every element that is typed in. */
  #boxes() {
    const boxes = this.#marks.parts?.map(({ box }) => box) ?? [this.#marks.box];
    return Promise.all(boxes.map((box) => appears(this.#frame, box)));
  }

  /** Keys as people write them, such as `Control+Enter`. */
  async #pressKeys(keys) {
    const names = keys.split("+");
    const last = names.pop();
    for (const name of names) await this.page.keyboard.down(name);
    await this.page.keyboard.press(last);
    for (const name of names.reverse()) await this.page.keyboard.up(name);
  }
}
