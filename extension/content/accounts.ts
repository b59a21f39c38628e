// In whose name drafts would be posted, as the page shows it right now. After a switch of account a page's frame goes on
// showing the old one for seconds, so what stands there counts only once it has stood there for a while.

import type { Composer } from "./composer";
import type { ActiveAccount, Reader, Site } from "./messages";
import { readFirst } from "./reader";
import { closest } from "./shadow";

/** Two looks at the frame that are so far apart, in milliseconds, are two. */
const LOOK_MS = 700;
/** In so many looks after a change the frame must show the same. */
const EQUAL_LOOKS = 3;
/** In so many if it is what stood there before: where only the list of accounts was opened, nobody may have switched. */
const OLD_LOOKS = 10;
/** So often it is looked at again unasked; after that at the next key. */
const MOST_LOOKS = 60;

const NOWHERE = document.createElement("div");

export class Accounts {
  readonly #site: Site;
  readonly #onLook: () => void;
  /** What each box's composer has shown last; two boxes may speak in two names. */
  readonly #inside = new WeakMap<HTMLElement, string>();
  /** What any composer has shown last. */
  #newest: string | null = null;
  /** What the frame shows, in how many looks, and when the last one was. */
  #frame = { handle: null as string | null, looks: EQUAL_LOOKS, at: Number.NEGATIVE_INFINITY };
  /** What the frame showed when a switch began, and in how many looks it is believed all the same. */
  #old: { readonly handle: string | null; readonly looks: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unasked = 0;

  /** `onLook` has everything read again, while it is not known what the frame is worth. */
  constructor(site: Site, onLook: () => void, signal: AbortSignal) {
    this.#site = site;
    this.#onLook = onLook;
    const pressed = (event: Event) => this.#onPress(event);
    window.addEventListener("click", pressed, { capture: true, signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** From which account a composer's draft would be posted; without a handle while nobody knows. */
  of(composer: Composer): ActiveAccount {
    return { site: this.#site.id, handle: this.#handleOf(composer) };
  }

  #handleOf(composer: Composer): string | null {
    for (const reader of this.#site.account) {
      const handle = handleOf(reader, composer);
      if (handle === null) continue;
      if (reader.from === "page") return this.#isTrusted(handle) ? handle : null;
      if (reader.from !== "cookie" && reader.from !== "address") this.#onInside(composer.box, handle);
      return handle;
    }
    return null;
  }

  /** A composer names the account. If it has named another one before, the frame may still show that one. */
  #onInside(box: HTMLElement, handle: string): void {
    const before = this.#inside.get(box);
    this.#inside.set(box, handle);
    this.#newest = handle;
    if (before !== undefined && before !== handle) this.#doubt(Number.POSITIVE_INFINITY);
  }

  #onPress(event: Event): void {
    const [target] = event.composedPath();
    const isSwitch = (css: string) => target instanceof Element && closest(target, css) !== null;
    if (event.isTrusted && this.#site.account_switch?.some(({ css }) => isSwitch(css)))
      this.#doubt(OLD_LOOKS);
  }

  #doubt(looks: number): void {
    const handle = this.#inFrame();
    this.#old = { handle, looks };
    this.#frame = { handle, looks: 0, at: performance.now() };
    this.#unasked = 0;
    // A composer speaks for the account that was, too, until it is read again.
    if (looks === OLD_LOOKS) this.#newest = null;
  }

  #inFrame(): string | null {
    for (const reader of this.#site.account) {
      const handle = reader.from === "page" ? handleOf(reader, { box: NOWHERE, scope: document }) : null;
      if (handle !== null) return handle;
    }
    return null;
  }

  #isTrusted(handle: string): boolean {
    const now = performance.now();
    const { handle: before, looks, at } = this.#frame;
    if (before !== handle)
      this.#frame = { handle, looks: before === null && !this.#old ? EQUAL_LOOKS : 1, at: now };
    else if (now - at >= LOOK_MS) this.#frame = { handle, looks: looks + 1, at: now };
    const wanted = this.#old?.handle === handle ? this.#old.looks : EQUAL_LOOKS;
    const isTrusted = handle === this.#newest || this.#frame.looks >= wanted;
    if (isTrusted) this.#old = null;
    else this.#lookSoon();
    return isTrusted;
  }

  #lookSoon(): void {
    if (this.#timer !== undefined || this.#unasked >= MOST_LOOKS) return;
    this.#unasked += 1;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#onLook();
    }, LOOK_MS + 1);
  }
}

function handleOf(reader: Reader, around: { box: HTMLElement; scope: Document | Element }): string | null {
  return readFirst([reader], around)?.replace(/^@/, "") || null;
}
