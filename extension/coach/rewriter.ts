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
    // While it was under way, more may have been typed.
    if (answer.kind === "reworded" && text === this.#said.value) this.#show(text, answer.rewording);
  }

  #show(text: string, { suggestions, rewritten, asks_back }: Rewording): void {
    const count = suggestions.length;
    const isEmpty = text.trim() === "";
    const outcome =
      count === 0
        ? message("coach_try_well")
        : count === 1
          ? message("coach_try_one")
          : message("coach_try_many", count);
    setText(this.#outcome, isEmpty ? "" : outcome);
    this.#reworded.hidden = count === 0;
    this.#teachBack.hidden = isEmpty || asks_back;
    this.#marked.replaceChildren(...marked(text, suggestions));
    this.#suggestions.replaceChildren(...suggestions.map((suggestion) => explained(text, suggestion)));
    setText(this.#rewritten, rewritten);
  }
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
