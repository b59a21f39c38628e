// The person's keys while words are being put into their draft, which takes a frame or two: first the words are
// selected, and a key would write over them; then the editor is at work, and a key may take its work back or add to it.

export class Keyboard {
  #isHeld = true;
  #wasUsed = false;

  /** Listens until the signal. */
  constructor(signal: AbortSignal) {
    window.addEventListener("keydown", (event) => this.#onKey(event), { capture: true, signal });
  }

  /** Whether the person has pressed a key that got through. */
  get wasUsed(): boolean {
    return this.#wasUsed;
  }

  /** Lets no key through. */
  hold(): void {
    this.#isHeld = true;
  }

  free(): void {
    this.#isHeld = false;
  }

  #onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    if (this.#isHeld) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      this.#wasUsed = true;
    }
  }
}
