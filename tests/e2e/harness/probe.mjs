// The tests' side of the probe extension: asks it, from the page, what is on screen inside closed shadow roots.

import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How long a test waits for something that must come, in milliseconds. */
export const PATIENCE = 10_000;

/** Lays the probe extension out with axe beside it; answers its folder and how to remove it. */
export function layOutProbe() {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-probe-"));
  cpSync(fileURLToPath(new URL("probe/", import.meta.url)), folder, { recursive: true });
  copyFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), join(folder, "axe.js"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs in every frame before its own scripts: what a condition that is awaited there can look at. */
function installEyes() {
  globalThis.askProbe = (ask, detail) =>
    new Promise((answered) => {
      addEventListener("chaperone-probe-answer", (event) => answered(JSON.parse(event.detail)), {
        once: true,
      });
      dispatchEvent(new CustomEvent("chaperone-probe-ask", { detail: JSON.stringify({ ask, detail }) }));
    });
  /** Every underline, with the middle of its first line. */
  globalThis.seeUnderlines = async () => {
    const found = await globalThis.askProbe("overlaid");
    for (const [style, highlight] of CSS.highlights) {
      for (const range of highlight) {
        const line = range.getClientRects()[0];
        const place = line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
        found.push({ style, text: range.toString(), ...place });
      }
    }
    return found;
  };
  /** What the boxes of one draft show. */
  globalThis.seeTexts = (boxes, lines) => boxes.map((box) => globalThis.seeText(box, lines)).join("\n\n");
  /** What a box shows: a line an element of `lines`; without those, as the browser reads it. */
  globalThis.seeText = (box, lines) => {
    if ("value" in box) return box.value;
    const found = lines ? [...box.querySelectorAll(lines)] : [box];
    return found.map((line) => line.innerText.replace(/\n$/, "")).join("\n");
  };
}

/** What a person sees of Chaperone in one page, or in one frame of it. */
export class Sight {
  #page;
  #frame;

  /** Must be made before the page is opened. */
  static async prepare(page) {
    await page.evaluateOnNewDocument(installEyes);
    const sight = new Sight();
    sight.#page = page;
    sight.#frame = page.mainFrame();
    return sight;
  }

  /** The same in one frame of the page. */
  in(frame) {
    const sight = new Sight();
    sight.#page = this.#page;
    sight.#frame = frame;
    return sight;
  }

  /** A place in the frame as a place in the page, where the mouse is. */
  async onScreen({ x, y }) {
    const element = await this.#frame.frameElement();
    const box = await element?.boundingBox();
    return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) };
  }

  /** Every control on screen: `{role, name, x, y, box, focused}`. */
  controls() {
    return this.#ask("controls");
  }

  /** The words on screen, a surface a string. */
  words() {
    return this.#ask("words");
  }

  /** The copies of text fields that carry underlines. */
  mirrors() {
    return this.#ask("mirrors");
  }

  /** What axe finds wrong. */
  accessibility() {
    return this.#ask("accessibility");
  }

  /** Waits until a surface says `text`. */
  async says(text) {
    await this.#frame.waitForFunction(
      async (wanted) => (await globalThis.askProbe("words")).some((words) => words.includes(wanted)),
      { timeout: PATIENCE },
      text,
    );
  }

  /** Waits until no surface says `text` any more. */
  async saysNoMore(text) {
    await this.#frame.waitForFunction(
      async (unwanted) => !(await globalThis.askProbe("words")).some((words) => words.includes(unwanted)),
      { timeout: PATIENCE },
      text,
    );
  }

  /** Waits for a control whose name matches `name`, a pattern. */
  async control(role, name) {
    const found = await this.#frame.waitForFunction(
      async (wanted, source, flags) => {
        const pattern = new RegExp(source, flags);
        const controls = await globalThis.askProbe("controls");
        return controls.find((control) => control.role === wanted && pattern.test(control.name));
      },
      { timeout: PATIENCE },
      role,
      name.source,
      name.flags,
    );
    return found.jsonValue();
  }

  /** Waits until such a control has the focus. */
  async focused(role, name) {
    await this.#frame.waitForFunction(
      async (wanted, source, flags) => {
        const focused = (await globalThis.askProbe("controls")).find((control) => control.focused);
        return focused?.role === wanted && new RegExp(source, flags).test(focused.name);
      },
      { timeout: PATIENCE },
      role,
      name.source,
      name.flags,
    );
  }

  /** Waits until there is no such control. */
  async gone(role, name) {
    await this.#frame.waitForFunction(
      async (unwanted, source, flags) => {
        const pattern = new RegExp(source, flags);
        const controls = await globalThis.askProbe("controls");
        return !controls.some((control) => control.role === unwanted && pattern.test(control.name));
      },
      { timeout: PATIENCE },
      role,
      name.source,
      name.flags,
    );
  }

  /** Presses a control as a person does: with the mouse, in its middle. */
  async press(role, name) {
    const { x, y } = await this.onScreen(await this.control(role, name));
    await this.#page.mouse.click(x, y);
  }

  #ask(ask, detail) {
    return this.#frame.evaluate((question, more) => globalThis.askProbe(question, more), ask, detail);
  }
}
