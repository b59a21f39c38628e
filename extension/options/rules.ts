// Every rule by its family: what it is about, whose rule it is, whether it is in use and how grave it is.

import type { Family, RuleCard, RuleRange, Severity, Switch } from "../content/messages";
import type { Desk, Ready, SettingsReply } from "../pages/desk";
import { isLocked, lockNote } from "../pages/lock";
import { find, message } from "../pages/page";
import { SavedChoice } from "../pages/saved_choice";
import { make } from "./parts";

interface Row {
  readonly range: RuleRange;
  readonly card: RuleCard;
  readonly inUse: HTMLInputElement;
  readonly switched: SavedChoice<Switch>;
  readonly severity: HTMLSelectElement;
  readonly weighed: SavedChoice<Severity>;
  readonly lock: HTMLElement;
}

export class Rules {
  readonly #desk: Desk;
  #rows: readonly Row[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  begin({ catalog, ranges }: Ready): void {
    if (this.#rows.length > 0) return;
    const families = new Map<Family, Row[]>();
    for (const range of ranges) {
      const card = catalog.find(({ code }) => code === range.rule);
      if (!card) continue;
      const row = this.#row(range, card);
      families.set(card.family, [...(families.get(card.family) ?? []), row]);
    }
    for (const [family, rows] of families) {
      const heading = make("h3", "", message(`options_family_${family}`));
      find("rules", HTMLElement).append(heading, ...rows.map(shown));
    }
    this.#rows = [...families.values()].flat();
  }

  show(reply: SettingsReply): void {
    for (const { range, card, inUse, switched, severity, weighed, lock } of this.#rows) {
      const choice = reply.settings.rules[range.rule];
      const path = `rules.${range.rule}`;
      const [switchLocked, severityLocked] = ["switched", "severity"].map((part) =>
        isLocked(reply, `${path}.${part}`),
      );
      switched.show(range.maySwitchOff ? (choice?.switched ?? "on") : "on");
      inUse.disabled = !range.maySwitchOff || switchLocked === true;
      weighed.show(choice?.severity ?? card.severity);
      severity.disabled = range.severities.length < 2 || severityLocked === true;
      lock.hidden = !switchLocked && !severityLocked;
    }
  }

  #row(range: RuleRange, card: RuleCard): Row {
    const inUse = make("input", "");
    inUse.type = "checkbox";
    inUse.id = `rule-${range.rule}`;
    inUse.disabled = true;
    const switched = new SavedChoice<Switch>(inUse, (choice) =>
      this.#desk.stores({ kind: "rule-switch", rule: range.rule, switched: choice }),
    );
    const severity = make("select", "", ...range.severities.map(option));
    severity.id = `severity-${range.rule}`;
    severity.disabled = true;
    severity.setAttribute("aria-label", message("options_rules_severity", range.rule));
    const weighed = new SavedChoice<Severity>(
      severity,
      (choice) => {
        const change = { rule: range.rule, severity: choice === card.severity ? null : choice };
        return this.#desk.stores({ kind: "rule-severity", ...change });
      },
      (shown) => {
        severity.dataset["severity"] = shown;
      },
    );
    const lock = lockNote();
    lock.hidden = true;
    return { range, card, inUse, switched, severity, weighed, lock };
  }
}

function option(severity: Severity): HTMLOptionElement {
  const made = make("option", "", message(`page_severity_${severity}`));
  made.value = severity;
  return made;
}

function shown({ range, card, inUse, severity, lock }: Row): HTMLElement {
  const code = make("b", "", card.code);
  const label = make("label", "switch", inUse, make("span", "", code, ` ${card.summary}`));
  const always = range.maySwitchOff ? [] : [make("span", "badge", message("options_rules_always"))];
  const row = make("div", "row", label, lock, ...always, severity);
  const rule = make("div", "rule", row);
  const sources = card.sources.map(({ title, body, date, url }) => {
    const link = make("a", "", title);
    link.href = url.startsWith("https://") ? url : "";
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    return make("li", "", url.startsWith("https://") ? link : title, `. ${body}, ${date}`);
  });
  const summary = make("summary", "", message("options_rules_why"));
  rule.append(make("details", "", summary, make("p", "", card.why), make("ul", "", ...sources)));
  return rule;
}
