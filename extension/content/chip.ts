// The small question about an account that is seen for the first time. It can be left unanswered.

import { button, element, mark } from "./element";
import { say } from "./words";

/** What a person can say that an account is. */
export type Answer = "practice" | "personal";

export class Chip {
  readonly root: HTMLElement;

  constructor(handle: string, onAnswer: (answer: Answer) => void, onLater: () => void) {
    const question = say("chip_question", handle);
    this.root = element(
      "div",
      { class: "panel", role: "group", "aria-label": question },
      mark(),
      element("span", { class: "text" }, question),
      button({}, say("chip_practice"), () => onAnswer("practice")),
      button({}, say("chip_personal"), () => onAnswer("personal")),
      button({ class: "close", "aria-label": say("chip_later") }, "×", onLater),
    );
  }

  remove(): void {
    this.root.remove();
  }
}
