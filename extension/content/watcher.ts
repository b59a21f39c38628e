// Notices when composers come and go. On a page without one it costs one selector lookup a frame, and only in
// frames in which the page added or removed elements.

import { Composer, isTextField } from "./composer";
import type { Site } from "./messages";

const CHANGES = { childList: true, subtree: true };

export interface Sightings {
  /**
   * The composers that the page shows now. Called when the page has changed, even if they have not; answers whether any
   * is still looked after, as in a later step of a dialog, and its end has to be noticed.
   */
  onComposers(composers: readonly Composer[]): boolean;
  /** The focus is in a text field that no description fits. */
  onUnknownField(field: HTMLElement): void;
}

export class Watcher {
  readonly #site: Site;
  readonly #sightings: Sightings;
  readonly #observer: MutationObserver;
  readonly #entered = new WeakSet<ShadowRoot>();
  #pending: number | null = null;
  #isLookingAfterAny = false;

  constructor(site: Site, sightings: Sightings, signal: AbortSignal) {
    this.#site = site;
    this.#sightings = sightings;
    this.#observer = new MutationObserver(() => this.#look());
    this.#observer.observe(document, CHANGES);
    // A click or a new address can show what was hidden before, and a file can be chosen, without a new element.
    const look = () => this.#look();
    for (const type of ["click", "change", "popstate", "resize"]) {
      window.addEventListener(type, look, { capture: true, passive: true, signal });
    }
    window.addEventListener("focusin", (event) => this.#onFocus(event), {
      capture: true,
      passive: true,
      signal,
    });
    signal.addEventListener("abort", () => {
      this.#observer.disconnect();
      if (this.#pending !== null) cancelAnimationFrame(this.#pending);
    });
    this.#look();
  }

  /**
   * Looks at once, if a look is due; before a post is let go, nothing may be overlooked. The look stays due: what the
   * page makes of the very event that is being handled is seen only afterwards.
   */
  flush(): void {
    if (this.#pending !== null) this.#lookNow();
  }

  #look(): void {
    this.#pending ??= requestAnimationFrame(() => {
      this.#pending = null;
      this.#lookNow();
    });
  }

  #lookNow(): readonly Composer[] {
    const composers = Composer.allOn(this.#site, (shadow) => this.#enter(shadow));
    if (composers.length > 0 || this.#isLookingAfterAny)
      this.#isLookingAfterAny = this.#sightings.onComposers(composers);
    return composers;
  }

  /** What changes inside a shadow root is not seen from outside. */
  #enter(shadow: ShadowRoot): void {
    if (this.#entered.has(shadow)) return;
    this.#entered.add(shadow);
    this.#observer.observe(shadow, CHANGES);
  }

  #onFocus(event: FocusEvent): void {
    const field = event.composedPath()[0];
    if (!isTextField(field)) return;
    const isKnown = this.#lookNow().some(({ box }) => box.contains(field));
    if (!isKnown) this.#sightings.onUnknownField(field);
  }
}
