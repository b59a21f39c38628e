// The tests' side of the probe extension: asks it, from the page, what is on screen inside closed shadow roots.

import { copyFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeValue, until } from "./until.mjs";

/** Lays the probe extension out with axe beside it; answers its folder and how to remove it. */
export function layOutProbe() {
  const folder = mkdtempSync(join(tmpdir(), "chaperone-probe-"));
  cpSync(fileURLToPath(new URL("probe/", import.meta.url)), folder, { recursive: true });
  copyFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), join(folder, "axe.js"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs in every frame before its own scripts: what a condition that is awaited there can look at. */
function installEyes() {
  let questions = 0;
  /** Several questions may be under way: each answer carries the number of its question. */
  globalThis.askProbe = (ask, detail) =>
    new Promise((answered, failed) => {
      questions += 1;
      const number = questions;
      const hear = (event) => {
        const { to, answer, fault } = JSON.parse(event.detail);
        if (to !== number) return;
        removeEventListener("chaperone-probe-answer", hear);
        if (fault) failed(new Error(fault));
        else answered(answer);
      };
      addEventListener("chaperone-probe-answer", hear);
      dispatchEvent(
        new CustomEvent("chaperone-probe-ask", { detail: JSON.stringify({ number, ask, detail }) }),
      );
    });
  globalThis.findControl = async (role, source, flags) => {
    const pattern = new RegExp(source, flags);
    const controls = await globalThis.askProbe("controls");
    return controls.find((control) => control.role === role && pattern.test(control.name));
  };
  /** What `look` answers, once it stands at the same place in two frames: a person does not aim at what moves. */
  globalThis.onceStill = async (look) => {
    const seen = await look();
    if (!seen) return null;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const still = await look();
    return still && still.x === seen.x && still.y === seen.y ? still : null;
  };
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
  /**
   * What a box shows: a line an element of `lines`; without those, as the browser reads it. The character that some editors
   * hold an empty line open with is nothing that anybody sees.
   */
  globalThis.seeText = (box, lines) => {
    if ("value" in box) return box.value;
    const found = lines ? [...box.querySelectorAll(lines)] : [box];
    return found.map((line) => line.innerText.replace(/\n$/, "").replaceAll("\ufeff", "")).join("\n");
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

  /** What of ours moves, or would when something of it changed. */
  motions() {
    return this.#ask("motions");
  }

  /** What axe finds wrong. */
  accessibility() {
    return this.#ask("accessibility");
  }

  /** Waits until a surface says `text`. */
  async says(text) {
    await this.#until(
      `the words “${text}”`,
      async (wanted) => (await globalThis.askProbe("words")).some((words) => words.includes(wanted)),
      text,
    );
  }

  /** Waits until no surface says `text` any more. */
  async saysNoMore(text) {
    await this.#until(
      `the end of the words “${text}”`,
      async (unwanted) => !(await globalThis.askProbe("words")).some((words) => words.includes(unwanted)),
      text,
    );
  }

  /** Waits for a control whose name matches `name`, a pattern. */
  async control(role, name) {
    const found = await this.#until(
      `the ${role} ${name}`,
      (...wanted) => globalThis.findControl(...wanted),
      role,
      name.source,
      name.flags,
    );
    return takeValue(found);
  }

  /** Waits until such a control has the focus. */
  async focused(role, name) {
    await this.#until(
      `the focus on the ${role} ${name}`,
      async (wanted, source, flags) => {
        const focused = (await globalThis.askProbe("controls")).find((control) => control.focused);
        return focused?.role === wanted && new RegExp(source, flags).test(focused.name);
      },
      role,
      name.source,
      name.flags,
    );
  }

  /** Waits until there is no such control. */
  async gone(role, name) {
    await this.#until(
      `the end of the ${role} ${name}`,
      async (...unwanted) => !(await globalThis.findControl(...unwanted)),
      role,
      name.source,
      name.flags,
    );
  }

  /** Presses a control as a person does: with the mouse, in its middle, once it stands still. */
  async press(role, name) {
    const found = await this.#until(
      `the ${role} ${name}, standing still,`,
      (...wanted) => globalThis.onceStill(() => globalThis.findControl(...wanted)),
      role,
      name.source,
      name.flags,
    );
    const { x, y } = await this.onScreen(await takeValue(found));
    await this.#page.mouse.click(x, y);
  }

  #until(what, condition, ...values) {
    return until(this.#frame, what, condition, ...values);
  }

  #ask(ask, detail) {
    return this.#frame.evaluate((question, more) => globalThis.askProbe(question, more), ask, detail);
  }
}
