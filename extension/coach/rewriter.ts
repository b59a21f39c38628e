// The coach's box: every word that is typed goes to the background, and what could be said better comes back by place.

import kinderWords from "../../coach/kinder-words.txt";
import openQuestions from "../../coach/open-questions.txt";
import plainWords from "../../coach/plain-words.txt";
import welcomeRecording from "../../coach/welcome-recording.txt";
import type { Rewording, Suggestion, WordList } from "../content/messages";
import type { Desk } from "../pages/desk";
import { find, message, setText } from "../pages/page";

const KINDS = {
  jargon: "coach_kind_jargon",
  blame: "coach_kind_blame",
  "closed-question": "coach_kind_question",
  "recording-refused": "coach_kind_recording",
} as const satisfies Record<Suggestion["kind"], string>;

const LISTS: WordList[] = [
  { kind: "jargon", entries: plainWords },
  { kind: "blame", entries: kinderWords },
  { kind: "closed-question", entries: openQuestions },
  { kind: "recording-refused", entries: welcomeRecording },
];

export class Rewriter {
  readonly #desk: Desk;
  readonly #said = find("said", HTMLTextAreaElement);
  readonly #outcome = find("outcome", HTMLElement);
  readonly #reworded = find("reworded", HTMLElement);
  readonly #marked = find("marked", HTMLElement);
  readonly #suggestions = find("suggestions", HTMLElement);
  readonly #rewritten = find("rewritten", HTMLElement);
  readonly #teachBack = find("teach-back", HTMLElement);

  constructor(desk: Desk, copy: (text: string) => Promise<void>) {
    this.#desk = desk;
    this.#said.addEventListener("input", () => void this.#ask());
    find("copy-rewritten", HTMLElement).addEventListener(
      "click",
      () => void copy(this.#rewritten.textContent ?? ""),
    );
  }

  async #ask(): Promise<void> {
    const text = this.#said.value;
    const answer = await this.#desk.ask({ kind: "reword", text, lists: LISTS });
    if (answer.kind !== "reworded") return;
    // Praise for words that nobody has read would be worse than none.
    const isUnread = answer.rewording.suggestions.length === 0 && (await isForeign(text));
    // While it was under way, more may have been typed.
    if (text === this.#said.value) this.#show(text, answer.rewording, isUnread);
  }

  #show(text: string, { suggestions, rewritten, asks_back }: Rewording, isUnread: boolean): void {
    const isEmpty = text.trim() === "";
    setText(this.#outcome, isEmpty ? "" : outcome(suggestions.length, isUnread));
    this.#reworded.hidden = suggestions.length === 0;
    this.#teachBack.hidden = isEmpty || isUnread || asks_back;
    this.#marked.replaceChildren(...marked(text, suggestions));
    this.#suggestions.replaceChildren(...suggestions.map((suggestion) => explained(text, suggestion)));
    setText(this.#rewritten, rewritten);
  }
}

/** Whether the browser is sure that this is in another language than English, which all lists are in. */
async function isForeign(text: string): Promise<boolean> {
  const { isReliable, languages } = await chrome.i18n.detectLanguage(text);
  return isReliable && languages[0] !== undefined && languages[0].language !== "en";
}

function outcome(count: number, isUnread: boolean): string {
  if (isUnread) return message("coach_try_foreign");
  if (count === 0) return message("coach_try_well");
  return count === 1 ? message("coach_try_one") : message("coach_try_many", count);
}

function marked(text: string, suggestions: readonly Suggestion[]): (Node | string)[] {
  let behind = 0;
  const parts = suggestions.flatMap(({ start, end }) => {
    const words = document.createElement("mark");
    words.textContent = text.slice(start, end);
    const before = text.slice(behind, start);
    behind = end;
    return [before, words];
  });
  return [...parts, text.slice(behind)];
}

function explained(text: string, { kind, start, end, plain }: Suggestion): HTMLElement {
  const made = document.createElement("li");
  const name = document.createElement("span");
  name.className = "kind";
  name.textContent = message(KINDS[kind]);
  const words = text.slice(start, end).trim();
  const change =
    plain.trim() === "" ? message("coach_leave_out", words) : message("coach_say_instead", words, plain);
  made.append(name, ` ${change}`);
  return made;
}
