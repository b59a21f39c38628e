// Ten minutes in which an angry answer may cool. The draft stays in its editor and nothing of it is kept; a quiet
// countdown says how long it still is, and ends when the person wants it to.

import { button, element, mark } from "./element";
import type { Layer } from "./layer";
import { say } from "./words";

const MINUTES = 10;
const MINUTE_MS = 60_000;

export class CoolOff {
  readonly #layer: Layer;
  readonly #onOver: () => void;
  readonly #left = element("span", { class: "text", role: "timer" });
  #chip: HTMLElement | null = null;
  #until = 0;
  #tick: ReturnType<typeof setTimeout> | undefined;

  /** `onOver` is called when all the minutes have passed, not when they are cut short. */
  constructor(layer: Layer, onOver: () => void) {
    this.#layer = layer;
    this.#onOver = onOver;
  }

  get isRunning(): boolean {
    return this.#chip !== null;
  }

  start(): void {
    this.end();
    this.#until = Date.now() + MINUTES * MINUTE_MS;
    this.#chip = element(
      "div",
      { class: "panel", role: "group", "aria-label": say("cool_off") },
      mark(),
      this.#left,
      button({}, say("cool_off_end"), () => this.end()),
    );
    this.#layer.addToTray(this.#chip);
    this.#count();
  }

  end(): void {
    clearTimeout(this.#tick);
    this.#chip?.remove();
    this.#chip = null;
  }

  /** Counts whole minutes. A computer that slept through some of them has waited as well. */
  #count(): void {
    const left = this.#until - Date.now();
    if (left <= 0) {
      this.end();
      this.#onOver();
      return;
    }
    const minutes = Math.ceil(left / MINUTE_MS);
    this.#left.textContent = minutes === 1 ? say("cool_off_last") : say("cool_off_left", minutes);
    this.#tick = setTimeout(() => this.#count(), left - (minutes - 1) * MINUTE_MS);
  }
}
