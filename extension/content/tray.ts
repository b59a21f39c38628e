// The chips and notes at the foot of the window; at its top while they would lie over what the person needs at the foot,
// as in a window that is small or zoomed.

import { element } from "./element";

/** What of the page has to stay within the person's reach now. */
export type WithinReach = () => readonly Element[];

/** What may bring something under the tray or take it away; a page that scrolls is let come to rest first. */
const MOVES = ["input", "focusin", "focusout", "resize", "scrollend"];

export class Tray {
  readonly root = element("div", { class: "tray", "data-chaperone": "" });
  readonly #withinReach: WithinReach;
  #isDue = false;

  constructor(withinReach: WithinReach, signal: AbortSignal) {
    this.#withinReach = withinReach;
    const placeSoon = () => this.placeSoon();
    for (const type of MOVES) window.addEventListener(type, placeSoon, { capture: true, signal });
    this.root.addEventListener("pointerleave", placeSoon);
    // Called between the layout and the drawing of a frame, so nobody sees what has just come in at the wrong end.
    new ResizeObserver(() => this.#place()).observe(this.root);
  }

  /** Adds a chip or a note, and scrolls to it where not all of them have room. */
  add(content: HTMLElement): void {
    this.root.append(content);
    this.root.scrollTop = this.root.scrollHeight;
  }

  /** Gives a control the focus. The browser's own way of showing it could scroll the page as well. */
  focus(control: HTMLElement): void {
    control.focus({ preventScroll: true });
    const { top, bottom } = control.getBoundingClientRect();
    const edge = this.root.getBoundingClientRect();
    this.root.scrollTop += Math.min(top - edge.top, 0) + Math.max(bottom - edge.bottom, 0);
  }

  /** Something on the page has moved; before the next frame it is decided where to stand. */
  placeSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    requestAnimationFrame(() => {
      this.#isDue = false;
      this.#place();
    });
  }

  #place(): void {
    if (!this.root.isConnected || this.root.childElementCount === 0 || this.#isInUse()) return;
    const needed = this.#withinReach().map((one) => one.getBoundingClientRect());
    const isBetterAtTop = this.#coverFrom("foot", needed) > this.#coverFrom("top", needed);
    this.root.classList.toggle("top", isBetterAtTop);
  }

  /** It does not move from under a finger or away from the keyboard. */
  #isInUse(): boolean {
    const tree = this.root.getRootNode();
    const focused = tree instanceof ShadowRoot ? tree.activeElement : null;
    return this.root.matches(":hover") || this.root.contains(focused);
  }

  /** Stands at an end, and tells how many of those that are needed it lies over there. */
  #coverFrom(end: "foot" | "top", needed: readonly DOMRect[]): number {
    this.root.classList.toggle("top", end === "top");
    const own = this.root.getBoundingClientRect();
    return needed.filter((rect) => meet(own, rect)).length;
  }
}

function meet(one: DOMRect, other: DOMRect): boolean {
  const isBeside = one.right <= other.left || other.right <= one.left;
  return !isBeside && one.bottom > other.top && other.bottom > one.top;
}
