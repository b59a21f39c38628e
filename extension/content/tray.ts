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
  #frame: number | null = null;

  constructor(withinReach: WithinReach, signal: AbortSignal) {
    this.#withinReach = withinReach;
    const placeSoon = () => this.placeSoon();
    for (const type of MOVES)
      window.addEventListener(type, placeSoon, { capture: true, passive: true, signal });
    this.root.addEventListener("pointerleave", placeSoon);
    // Called between the layout and the drawing of a frame, so nobody sees what has just come in at the wrong end.
    const resized = new ResizeObserver(() => this.#place());
    resized.observe(this.root);
    signal.addEventListener("abort", () => {
      resized.disconnect();
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    });
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
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#place();
    });
  }

  #place(): void {
    if (!this.root.isConnected || this.root.childElementCount === 0 || this.#isInUse()) return;
    const needed = this.#withinReach().map((one) => one.getBoundingClientRect());
    const wasAtTop = this.root.classList.contains("top");
    const atFoot = this.#coverFrom("foot", needed);
    if (atFoot === 0) return;
    const atTop = this.#coverFrom("top", needed);
    // Of ends that are as bad, the tray stays where it is.
    const isTop = atTop < atFoot || (atTop === atFoot && wasAtTop);
    this.root.classList.toggle("top", isTop);
  }

  /** It does not move from under a finger or away from the keyboard. */
  #isInUse(): boolean {
    const tree = this.root.getRootNode();
    const focused = tree instanceof ShadowRoot ? tree.activeElement : null;
    return this.root.matches(":hover") || this.root.contains(focused);
  }

  /** Stands at an end, and tells how much it covers there: for each that is needed, the share of what is seen of it. */
  #coverFrom(end: "foot" | "top", needed: readonly DOMRect[]): number {
    this.root.classList.toggle("top", end === "top");
    const edge = this.root.getBoundingClientRect();
    const chips = [...this.root.children].map((chip) => common(chip.getBoundingClientRect(), edge));
    const shares = needed.map((rect) => {
      const seen = common(rect, new DOMRect(0, 0, innerWidth, innerHeight));
      const covered = chips.map((chip) => area(common(chip, seen)));
      return area(seen) > 0 ? sum(covered) / area(seen) : 0;
    });
    return sum(shares);
  }
}

/** What two rectangles have in common, which may be nothing. */
function common(one: DOMRect, other: DOMRect): DOMRect {
  const x = Math.max(one.left, other.left);
  const y = Math.max(one.top, other.top);
  const width = Math.min(one.right, other.right) - x;
  const height = Math.min(one.bottom, other.bottom) - y;
  return new DOMRect(x, y, Math.max(width, 0), Math.max(height, 0));
}

function area({ width, height }: DOMRect): number {
  return width * height;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
