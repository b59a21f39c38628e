// The line to the checker in the background: numbered questions, of which only the newest counts.
//
// A browser ends the background when it likes. A question that was under way then is asked again at once; else the
// line is opened anew with the next question, so that an idle page does not keep the background awake.

import type { Reply, Request } from "./messages";
import { PORT_NAME } from "./messages";

/** Longer than this, and the person is told that nothing was checked. */
export const PATIENCE_MS = 1000;

export type Check = Omit<Extract<Request, { kind: "check" }>, "kind" | "id">;

export interface Listener {
  onReply(reply: Reply): void;
  /** No answer within a second; one may still come. */
  onSilence(): void;
  /** The extension is gone: updated, reloaded or removed. */
  onGone(): void;
}

export class Port {
  readonly #listener: Listener;
  #line: chrome.runtime.Port | null = null;
  #newest: Extract<Request, { kind: "check" }> | null = null;
  /** What every new line begins with. */
  #kept: Exclude<Request, { kind: "check" }> | null = null;
  #lastId = 0;
  #isUnanswered = false;
  /** Whether the newest question has been asked again; a background that cannot start must not be asked forever. */
  #isSecondTry = false;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.open();
  }

  /** Whether the background can reach us, to say that settings have changed. */
  get isOpen(): boolean {
    return this.#line !== null;
  }

  /** Asks, and forgets whatever was asked before. Returns the question's number. */
  check(check: Check): number {
    this.#lastId += 1;
    this.#newest = { kind: "check", id: this.#lastId, ...check };
    this.#isUnanswered = true;
    this.#isSecondTry = false;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#listener.onSilence(), PATIENCE_MS);
    this.#post(this.#newest);
    return this.#lastId;
  }

  /** Says something that has no answer of its own. */
  tell(request: Exclude<Request, { kind: "check" }>): void {
    this.#post(request);
  }

  /** Says something that has to hold on every line, in place of what was said so before. */
  keep(request: Exclude<Request, { kind: "check" }>): void {
    this.#kept = request;
    if (this.#line) this.#post(request);
    else this.open();
  }

  open(): void {
    if (this.#isClosed || this.#line) return;
    try {
      const line = chrome.runtime.connect({ name: PORT_NAME });
      line.onMessage.addListener((reply: Reply) => this.#onReply(reply));
      line.onDisconnect.addListener(() => this.#onDisconnect());
      this.#line = line;
      if (this.#kept) this.#post(this.#kept);
    } catch {
      this.#gone();
    }
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#patience);
    this.#line?.disconnect();
    this.#line = null;
    this.#newest = null;
  }

  #post(request: Request): void {
    this.open();
    try {
      this.#line?.postMessage(request);
    } catch {
      this.#onDisconnect();
    }
  }

  #onReply(reply: Reply): void {
    if (this.#isClosed) return;
    if ("id" in reply) {
      if (reply.id !== this.#lastId) return;
      this.#isUnanswered = false;
      this.#newest = null;
      clearTimeout(this.#patience);
    }
    this.#listener.onReply(reply);
  }

  #onDisconnect(): void {
    this.#line = null;
    if (this.#isClosed) return;
    if (!isExtensionAlive()) {
      this.#gone();
    } else if (this.#isUnanswered && this.#newest && !this.#isSecondTry) {
      this.#isSecondTry = true;
      this.#post(this.#newest);
    }
  }

  #gone(): void {
    this.close();
    this.#listener.onGone();
  }
}

/** Whether this content script still belongs to an extension; after an update the old script is left behind. */
export function isExtensionAlive(): boolean {
  return chrome.runtime?.id !== undefined;
}
