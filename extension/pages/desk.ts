// A page's line to the background, which holds the settings and decides everything: a page shows what it is told and
// sends what a person does.

import type { Change, DeskReply, DeskRequest } from "../content/messages";
import { DESK_NAME } from "../content/messages";
import { ruleInOwnLanguage } from "../content/rule_words";

export type Ready = Extract<DeskReply, { kind: "ready" }>;
export type SettingsReply = Extract<DeskReply, { kind: "settings" }>;

export interface DeskListener {
  onReady?(ready: Ready): void;
  onSettings(reply: SettingsReply): void;
  /** The browser does not let the settings be read or stored. */
  onStorageFailing(isFull: boolean): void;
  /** The background cannot start. */
  onBroken(): void;
}

/** A request that is answered, without its number. */
type Question = DeskRequest extends infer Request
  ? Request extends { id: number }
    ? Omit<Request, "id">
    : never
  : never;
type Answer = Extract<DeskReply, { id: number }>;

export class Desk {
  readonly #listener: DeskListener;
  readonly #waiting = new Map<number, { readonly question: Question; answered(answer: Answer): void }>();
  #line: chrome.runtime.Port | null = null;
  #lastId = 0;

  constructor(listener: DeskListener) {
    this.#listener = listener;
    this.#open();
  }

  /** Changes settings; resolves when that is stored or refused. What became of it comes with the settings. */
  async change(change: Change): Promise<Answer> {
    const answer = await this.ask({ kind: "change", change });
    if (answer.kind === "failed") this.storageFails(answer.isFull);
    return answer;
  }

  /** The same; resolves to whether it is stored. */
  async stores(change: Change): Promise<boolean> {
    const { kind } = await this.change(change);
    return kind === "done";
  }

  /** Says that nothing could be stored. */
  storageFails(isFull: boolean): void {
    this.#listener.onStorageFailing(isFull);
  }

  /** Asks something that has an answer. */
  ask(question: Question): Promise<Answer> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((answered) => {
      this.#waiting.set(id, { question, answered });
      this.tell({ ...question, id });
    });
  }

  /** Says something that has none. */
  tell(request: DeskRequest): void {
    this.#line?.postMessage(request);
  }

  #open(): void {
    const line = chrome.runtime.connect({ name: DESK_NAME });
    let hasAnswered = false;
    line.onMessage.addListener((reply: DeskReply) => {
      hasAnswered = true;
      this.#onReply(reply);
    });
    line.onDisconnect.addListener(() => {
      this.#line = null;
      // A browser ends the background when it likes; one that never said a word will not do so next time either.
      if (hasAnswered) this.#reopen();
      else this.#listener.onBroken();
    });
    this.#line = line;
  }

  /** Every request says how things shall be, so that asking twice does no harm. */
  #reopen(): void {
    this.#open();
    for (const [id, { question }] of this.#waiting) this.tell({ ...question, id });
  }

  #onReply(reply: DeskReply): void {
    if ("id" in reply) {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      waiting?.answered(reply);
      return;
    }
    if (reply.kind === "ready") {
      this.#listener.onReady?.({ ...reply, catalog: reply.catalog.map(ruleInOwnLanguage) });
    } else if (reply.kind === "settings") this.#listener.onSettings(reply);
    else this.#listener.onStorageFailing(false);
  }
}
