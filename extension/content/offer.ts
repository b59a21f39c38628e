// The quiet offer of a safe answer before a word is typed: to a health question, to a review, to somebody in danger.

import type { Announcer } from "./announcer";
import { button, element, mark } from "./element";
import type { Layer } from "./layer";
import type { SafeAnswer } from "./messages";
import { titleInOwnLanguage } from "./rule_words";
import { say } from "./words";

export class Offer {
  readonly #layer: Layer;
  readonly #announcer: Announcer;
  readonly #onChoose: (answer: SafeAnswer) => void;
  #chip: HTMLElement | null = null;
  /** What is on show, what was announced and what was closed, each as all of its words. */
  #shown = "";
  #heard = "";
  #declined = "";

  constructor(layer: Layer, announcer: Announcer, onChoose: (answer: SafeAnswer) => void) {
    this.#layer = layer;
    this.#announcer = announcer;
    this.#onChoose = onChoose;
  }

  /** Shows these answers, if they have not been declined; none takes the offer away. */
  show(answers: readonly SafeAnswer[]): void {
    const words = answers.map(({ text }) => text).join("\n");
    if (words === this.#shown) return;
    this.#shown = words;
    const isUrgent = answers.some(({ urgent }) => urgent);
    const isWanted = words !== "" && words !== this.#declined;
    const chip = isWanted ? this.#draw(answers, isUrgent ? say("offer_urgent") : say("offer")) : null;
    const before = this.#chip;
    this.#chip = chip;
    this.#layer.swapInTray(before, chip);
    if (!isWanted || words === this.#heard) return;
    this.#heard = words;
    this.#announcer.say(isUrgent ? say("offer_heard_urgent") : say("offer_heard"));
  }

  #draw(answers: readonly SafeAnswer[], title: string): HTMLElement {
    const items = answers.map((answer) => {
      const choice = button({ "data-first": "" }, titleInOwnLanguage(answer.title), () =>
        this.#onChoose(answer),
      );
      choice.append(element("span", { class: "new" }, say("quote", answer.text)));
      return element("li", {}, choice);
    });
    const decline = button({ class: "close", "aria-label": say("close") }, "×", () => {
      this.#declined = this.#shown;
      this.show([]);
    });
    return element(
      "div",
      { class: "panel", role: "group", "aria-label": title },
      mark(),
      element("span", { class: "text" }, title),
      decline,
      element("ul", { class: "fixes" }, ...items),
    );
  }
}
