// The underlines of a page: in editable text CSS highlights, which any page may list; in text fields the overlay, which
// only the probe can see.

import { takeValue, until } from "./until.mjs";

/** What is underlined in one page, or in one frame of it. */
export class Underlines {
  #frame;
  #sight;

  constructor(frame, sight) {
    this.#frame = frame;
    this.#sight = sight;
  }

  /** All of them: `{style, text}`. */
  async list() {
    const found = await this.#frame.evaluate(() => globalThis.seeUnderlines());
    return found.map(({ style, text }) => ({ style, text }));
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

  /** From now on notes which words get an underline and which lose it, as each frame shows it. */
  watch() {
    return this.#frame.evaluate(() => {
      const seen = { appeared: [], gone: [], keys: [] };
      let shown = new Set();
      let lastKey = performance.now();
      const hear = ({ timeStamp }) => {
        seen.keys.push(timeStamp);
        lastKey = timeStamp;
      };
      addEventListener("keydown", hear, { capture: true });
      // Right behind a frame, whatever was painted in it is on the screen.
      const { port1, port2 } = new MessageChannel();
      const nextFrame = () => requestAnimationFrame(() => port2.postMessage(null));
      port1.onmessage = () => {
        const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
        const now = new Set(ranges.map((range) => range.toString()));
        for (const text of now) {
          if (!shown.has(text)) seen.appeared.push({ text, quiet: performance.now() - lastKey });
        }
        for (const text of shown) if (!now.has(text)) seen.gone.push(text);
        shown = now;
        nextFrame();
      };
      nextFrame();
      globalThis.underlinesSeen = seen;
    });
  }

  /** What was noted: `appeared`, with the milliseconds since the last key, `gone`, and when `keys` were pressed. */
  seen() {
    return this.#frame.evaluate(() => globalThis.underlinesSeen);
  }

  /** The middle of the first line of underlined words, on the screen, once they stand still. */
  async placeOf(words) {
    const found = await until(
      this.#frame,
      `an underline below “${words}”, standing still,`,
      (wanted) =>
        globalThis.onceStill(async () =>
          (await globalThis.seeUnderlines()).find(({ text }) => text === wanted),
        ),
      words,
    );
    return this.#sight.onScreen(await takeValue(found));
  }

  /** The roles of the dialogs that underlined words stand in; `page` for words outside any. */
  containers() {
    return this.#frame.evaluate(() => {
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
    return until(
      this.#frame,
      `underlines that ${how} ${JSON.stringify(words)}`,
      async (condition, wanted) => {
        const found = await globalThis.seeUnderlines();
        const shown = found.map(({ text }) => text).filter((text) => text !== "");
        if (condition === "at least") return shown.length >= wanted[0];
        if (condition === "include") return shown.includes(wanted[0]);
        if (condition === "lack") return !shown.includes(wanted[0]);
        return JSON.stringify(shown.sort()) === JSON.stringify(wanted.sort());
      },
      how,
      words,
    );
  }
}
