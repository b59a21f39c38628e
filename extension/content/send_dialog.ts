// The dialog at the post button: names what was found and asks for a decision. A post that would expose a patient is
// held until a reason is given; for anything less, "Post anyway" is enough. Of the reason only its kind is kept, where the
// practice keeps records; its words never are.

import { listOf } from "./described";
import { button, element, mark } from "./element";
import type { Panel } from "./layer";
import type { OverrideReason } from "./messages";
import { say, saySeverity } from "./words";

/** What is asked: for a reason, or whether it was meant so. */
export type Question = "hold" | "confirm";

/** One thing that was found. */
export interface Problem {
  readonly words: string;
  readonly summary: string;
  /** Where the words stand, if not in the text. */
  readonly place?: string;
}

export interface SendActions {
  onFix(): void;
  /** The person posts it as it is; `null` where no reason is asked for. */
  onPostAnyway(reason: OverrideReason | null): void;
  /** The person writes down a reason of their own. */
  onReasonWritten(words: string): void;
  /** The person wants to cool off first; `null` where that is not offered. */
  readonly onWait: (() => void) | null;
  /** The person wants to go on editing. */
  onLeave(): void;
  /** It has been closed. */
  onClose(focus: "back-to-editor" | "leave-focus"): void;
}

const REASONS = {
  permission: "reason_permission",
  "not-a-patient": "reason_not_a_patient",
  mistaken: "reason_mistaken",
  other: "reason_other",
} as const satisfies Record<OverrideReason, string>;
const MOST_SHOWN = 3;

export class SendDialog implements Panel {
  readonly root: HTMLElement;
  readonly arrows = "leave";
  readonly #actions: SendActions;
  /** A reason of the person's own. */
  readonly #words = element("input", {
    type: "text",
    maxlength: "200",
    "aria-label": say("reason_words"),
    hidden: "",
  });
  /** What should not be said in the reason either. */
  readonly #flagged = element("p", { class: "why", role: "status" });

  constructor(question: Question, problems: readonly Problem[], actions: SendActions) {
    this.#actions = actions;
    const severity = question === "hold" ? "stop" : "fix";
    const title = question === "hold" ? say("hold_title") : say("confirm_title");
    const choices = element(
      "div",
      { class: "row" },
      button({ class: "primary" }, say("hold_fix"), () => actions.onFix()),
      button({ "data-first": "" }, say("hold_keep_editing"), () => actions.onLeave()),
    );
    const { onWait } = actions;
    if (onWait) choices.append(button({}, say("cool_off_start"), onWait));
    const dialog = element(
      "section",
      {
        class: "panel hold",
        role: "alertdialog",
        "aria-modal": "true",
        "aria-labelledby": "title",
        "aria-describedby": "text",
      },
      element(
        "div",
        { class: "head" },
        mark(),
        element("span", { class: `pill ${severity}` }, saySeverity(severity)),
      ),
      element("h2", { id: "title" }, title),
      element("div", { id: "text" }, firstOf(problems)),
      choices,
    );
    if (question === "hold") dialog.append(this.#reasons());
    else choices.append(button({}, say("hold_post_anyway"), () => actions.onPostAnyway(null)));
    this.root = element("div", { class: "veil" }, dialog);
    // The second half of a double click on the post button answers nothing: the question was not there at the first.
    const heed = (event: MouseEvent) => {
      if (event.detail > 1) event.stopPropagation();
    };
    this.root.addEventListener("click", heed, { capture: true });
  }

  close(focus: "back-to-editor" | "leave-focus"): void {
    this.#actions.onClose(focus);
  }

  /** Says what a reason must not hold either; `null` when there is nothing. */
  flagReason(problem: Problem | null): void {
    this.#flagged.textContent = problem ? say("reason_flagged", problem.words, problem.summary) : "";
  }

  onTyped(): void {
    this.#actions.onReasonWritten(this.#words.value);
  }

  #reasons(): HTMLElement {
    const words = this.#words;
    let given: OverrideReason | null = null;
    const post = button({ "aria-disabled": "true" }, say("hold_post_anyway"), () => {
      // A reason of one's own has to be written down.
      if (given !== null && (given !== "other" || words.value.trim() !== ""))
        this.#actions.onPostAnyway(given);
      else if (given === "other") words.focus();
    });
    const choices = (Object.keys(REASONS) as OverrideReason[]).map((reason) => {
      const choice = element("input", { type: "radio", name: "reason", value: reason });
      choice.addEventListener("change", (event) => {
        if (!event.isTrusted) return;
        given = reason;
        words.hidden = reason !== "other";
        this.#flagged.hidden = words.hidden;
        post.removeAttribute("aria-disabled");
      });
      return element("label", {}, choice, say(REASONS[reason]));
    });
    const legend = element("legend", {}, say("hold_reason"));
    return element(
      "details",
      {},
      element("summary", {}, say("hold_more")),
      element("fieldset", { class: "reasons" }, legend, ...choices, words, this.#flagged),
      post,
    );
  }
}

function firstOf(problems: readonly Problem[]): HTMLElement {
  const list = listOf(problems.slice(0, MOST_SHOWN));
  const rest = problems.length - MOST_SHOWN;
  if (rest > 0) list.append(element("li", { class: "why" }, say("hold_more_problems", rest)));
  return list;
}
