// The card beside flagged words: what is wrong, why, whose rule it is, what to write instead.

import { button, element, mark } from "./element";
import type { Panel } from "./layer";
import type { CardFix, CheckedFinding, DismissalReach, RuleCard } from "./messages";
import { titleInOwnLanguage } from "./rule_words";
import { say, saySeverity } from "./words";

export interface CardActions {
  onFix(fix: CardFix): void;
  onDismiss(reach: DismissalReach): void;
  /** The person has consent to show what is attached. */
  onConsent(): void;
  /** The person wants it closed. */
  onLeave(): void;
  /** It has been closed. */
  onClose(focus: "back-to-editor" | "leave-focus"): void;
}

/** What else there is to say of the flagged words. */
export interface Besides {
  /** The words that together made it a finding. */
  readonly evidence: readonly string[];
  /** What other rules say of the same words. */
  readonly also: readonly string[];
}

const GAP = 8;
const MOST_EVIDENCE = 4;

export class Card implements Panel {
  readonly root: HTMLElement;
  readonly arrows = "walk";
  readonly finding: CheckedFinding;
  readonly #actions: CardActions;

  constructor(
    finding: CheckedFinding,
    rule: RuleCard | undefined,
    words: string,
    besides: Besides,
    actions: CardActions,
  ) {
    this.finding = finding;
    this.#actions = actions;
    this.root = element(
      "section",
      {
        class: "panel card",
        role: "dialog",
        "aria-labelledby": "summary",
        "aria-describedby": "why",
        tabindex: "-1",
      },
      this.#head(),
      element("h2", { id: "summary" }, rule?.summary ?? finding.rule),
      element("p", { class: "why", id: "why" }, finding.message ?? rule?.why ?? ""),
    );
    const lines = said(besides);
    if (lines.length > 0) {
      this.root.append(element("div", { class: "why", id: "besides" }, ...lines));
      this.root.setAttribute("aria-describedby", "why besides");
    }
    if (finding.fixes.length > 0) this.root.append(this.#fixes());
    this.root.append(this.#dismissals(words));
    if (rule && rule.sources.length > 0) this.root.append(sources(rule));
    // With the keyboard one lands on the first remedy; without a remedy, on the way out.
    this.root.querySelector(".fixes button, .close")?.setAttribute("data-first", "");
  }

  /** Puts the card below the words, or above them where there is more room, always where it is seen. */
  place(rects: readonly DOMRect[]): void {
    const first = rects[0];
    const last = rects.at(-1);
    if (!first || !last) return;
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const seen = seenOfWindow();
    const below = last.bottom + GAP;
    const fitsBelow = below + height <= seen.bottom - GAP;
    const isRoomierBelow = first.top - seen.top < seen.bottom - last.bottom;
    const wanted = fitsBelow || isRoomierBelow ? below : first.top - GAP - height;
    this.root.style.top = `${Math.max(seen.top + GAP, Math.min(wanted, seen.bottom - height - GAP))}px`;
    this.root.style.left = `${Math.max(seen.left + GAP, Math.min(first.left, seen.right - width - GAP))}px`;
  }

  close(focus: "back-to-editor" | "leave-focus"): void {
    this.#actions.onClose(focus);
  }

  #head(): HTMLElement {
    const { severity, rule } = this.finding;
    return element(
      "div",
      { class: "head" },
      mark(),
      element("span", { class: `pill ${severity}` }, saySeverity(severity)),
      element("span", { class: "why" }, rule),
      button({ class: "close", "aria-label": say("close") }, "×", () => this.#actions.onLeave()),
    );
  }

  #fixes(): HTMLElement {
    const items = this.finding.fixes.map((fix) => {
      const choice = button({}, titleInOwnLanguage(fix.title), () => this.#actions.onFix(fix));
      const preview = fix.replacement === "" ? say("fix_removes") : say("fix_writes", fix.replacement);
      choice.append(element("span", { class: "new" }, preview));
      if (fix.applicability === "needs-review")
        choice.append(element("span", { class: "new" }, say("fix_read_again")));
      return element("li", {}, choice);
    });
    return element("ul", { class: "fixes", "aria-label": say("fixes") }, ...items);
  }

  #dismissals(words: string): HTMLElement {
    const row = element("div", { class: "row dismiss" });
    row.append(
      button({ class: "quiet" }, say("dismiss_this_time"), () => this.#actions.onDismiss("this-time")),
    );
    if (this.finding.consent) {
      row.append(button({ class: "quiet" }, say("consent_open"), () => this.#actions.onConsent()));
    }
    for (const reach of this.finding.dismissible) {
      const isOfWords = reach === "these-words";
      const label = isOfWords ? say("dismiss_these_words") : say("dismiss_this_rule_on_this_site");
      const attributes = { class: "quiet", "aria-label": isOfWords ? `${label}: ${words}` : label };
      row.append(button(attributes, label, () => this.#actions.onDismiss(reach)));
    }
    return row;
  }
}

function said({ evidence, also }: Besides): HTMLElement[] {
  const lines: HTMLElement[] = [];
  if (evidence.length > 0) {
    const words = evidence.slice(0, MOST_EVIDENCE).map((word) => say("quote", word));
    lines.push(element("p", {}, say("evidence", words.join(", "))));
  }
  if (also.length > 0) lines.push(element("p", {}, say("also", also.join(" "))));
  return lines;
}

function sources(rule: RuleCard): HTMLElement {
  const items = rule.sources.map(({ title, body, date, url }) => {
    const isLink = url.startsWith("https://");
    const name = isLink
      ? element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title)
      : title;
    return element("li", {}, name, `. ${say("source_from", body, date)}`);
  });
  return element("ul", { class: "sources", "aria-label": say("sources") }, ...items);
}

/** What is seen of the window: not what a soft keyboard covers, nor what a pinch has left outside. */
function seenOfWindow(): { top: number; right: number; bottom: number; left: number } {
  const whole = { offsetTop: 0, offsetLeft: 0, width: innerWidth, height: innerHeight };
  const { offsetTop: top, offsetLeft: left, width, height } = visualViewport ?? whole;
  return { top, left, right: left + width, bottom: top + height };
}
