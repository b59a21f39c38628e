// The dialog that holds a post: names the problem and asks for a decision. Nothing that is chosen here is kept.

import { button, element, mark } from "./element";
import type { Panel } from "./layer";
import { say, saySeverity } from "./words";

/** One reason why a post is held. */
export interface Problem {
  readonly words: string;
  readonly summary: string;
}

export interface HoldActions {
  onFix(): void;
  onPostAnyway(): void;
  /** The person wants to go on editing. */
  onLeave(): void;
  /** It has been closed. */
  onClose(focus: "back-to-editor" | "leave-focus"): void;
}

const REASONS = ["reason_permission", "reason_not_a_patient", "reason_mistaken"];
const MOST_SHOWN = 3;

export class HoldDialog implements Panel {
  readonly root: HTMLElement;
  readonly arrows = "leave";
  readonly #actions: HoldActions;

  constructor(problems: readonly Problem[], actions: HoldActions) {
    this.#actions = actions;
    const dialog = element(
      "section",
      {
        class: "panel hold",
        role: "alertdialog",
        "aria-modal": "true",
        "aria-labelledby": "title",
        "aria-describedby": "text",
      },
      element("div", { class: "head" }, mark(), element("span", { class: "pill stop" }, saySeverity("stop"))),
      element("h2", { id: "title" }, say("hold_title")),
      element("div", { id: "text" }, listOf(problems)),
      element(
        "div",
        { class: "row" },
        button({ class: "primary" }, say("hold_fix"), () => actions.onFix()),
        button({ "data-first": "" }, say("hold_keep_editing"), () => actions.onLeave()),
      ),
      this.#postAnyway(),
    );
    this.root = element("div", { class: "veil" }, dialog);
  }

  close(focus: "back-to-editor" | "leave-focus"): void {
    this.#actions.onClose(focus);
  }

  #postAnyway(): HTMLElement {
    const post = button({ "aria-disabled": "true" }, say("hold_post_anyway"), () =>
      this.#actions.onPostAnyway(),
    );
    const choices = REASONS.map((reason) => {
      const choice = element("input", { type: "radio", name: "reason", value: reason });
      choice.addEventListener("change", (event) => {
        if (event.isTrusted) post.removeAttribute("aria-disabled");
      });
      return element("label", {}, choice, say(reason));
    });
    const legend = element("legend", {}, say("hold_reason"));
    return element(
      "details",
      {},
      element("summary", {}, say("hold_more")),
      element("fieldset", { class: "reasons" }, legend, ...choices),
      post,
    );
  }
}

function listOf(problems: readonly Problem[]): HTMLElement {
  const items = problems
    .slice(0, MOST_SHOWN)
    .map(({ words, summary }) =>
      element(
        "li",
        {},
        element("div", { class: "quote" }, say("quote", words)),
        element("div", { class: "why" }, summary),
      ),
    );
  const rest = problems.length - items.length;
  if (rest > 0) items.push(element("li", { class: "why" }, say("hold_more_problems", rest)));
  return element("ul", {}, ...items);
}
