// The records: whether any are kept and for how long, what there is, and how to take it along or delete it.

import type {
  Change,
  Decision,
  DecisionRecord,
  RecordsAnswer,
  RecordsAsk,
  Switch,
} from "../content/messages";
import type { SettingsReply } from "../pages/desk";
import { isLocked } from "../pages/lock";
import { find, message, setText } from "../pages/page";
import { SavedChoice } from "../pages/saved_choice";
import { siteName } from "../pages/sites";
import { row } from "./table_row";

/** More than anybody reads on a page; the export has them all. */
const MOST_SHOWN = 200;

const DECISIONS = {
  held: "records_held",
  overridden: "records_overridden",
  dismissed: "records_dismissed",
  "consent-given": "records_consent_given",
} as const satisfies { [Kind in Decision["kind"]]: string };

export class RecordSection {
  readonly #change: (change: Change) => Promise<boolean>;
  readonly #ask: (wish: RecordsAsk) => Promise<RecordsAnswer>;
  readonly #on = find("records-on", HTMLInputElement);
  readonly #kept: SavedChoice<Switch>;
  readonly #days = find("records-days", HTMLInputElement);
  readonly #question = find("delete-question", HTMLElement);
  readonly #delete = find("delete", HTMLElement);

  constructor(
    change: (change: Change) => Promise<boolean>,
    ask: (wish: RecordsAsk) => Promise<RecordsAnswer>,
  ) {
    this.#change = change;
    this.#ask = ask;
    this.#kept = new SavedChoice<Switch>(this.#on, (switched) => change({ kind: "records", switched }));
    this.#days.addEventListener("change", () => {
      const days = this.#days.valueAsNumber;
      if (this.#days.validity.valid && !Number.isNaN(days)) void this.#change({ kind: "record-days", days });
    });
    find("export-csv", HTMLElement).addEventListener("click", () => void this.#export("csv"));
    find("export-json", HTMLElement).addEventListener("click", () => void this.#export("json"));
    this.#delete.addEventListener("click", () => {
      this.#question.hidden = false;
      find("delete-no", HTMLElement).focus();
    });
    find("delete-no", HTMLElement).addEventListener("click", () => this.#endQuestion());
    find("delete-yes", HTMLElement).addEventListener("click", () => void this.#deleteAll());
  }

  /** Shows what is set, except where the person is typing; fewer days may mean fewer records. */
  show(reply: SettingsReply): void {
    const { switched, days } = reply.settings.records;
    this.#kept.show(switched);
    this.#on.disabled = isLocked(reply, "records.switched");
    if (this.#days.disabled || document.activeElement !== this.#days) this.#days.value = String(days);
    this.#days.disabled = isLocked(reply, "records.days");
    for (const [id, field] of [
      ["records-on-lock", this.#on],
      ["records-days-lock", this.#days],
    ] as const) {
      find(id, HTMLElement).hidden = !field.disabled;
    }
    void this.refresh();
  }

  async refresh(): Promise<void> {
    this.#list(await this.#ask({ kind: "list" }));
  }

  #list(answer: RecordsAnswer): void {
    if (answer.kind !== "records") return;
    const { records, most } = answer;
    const isEmpty = records.length === 0;
    const count =
      records.length < most
        ? message("records_count", records.length)
        : message("records_count_full", records.length);
    setText(find("records-count", HTMLElement), isEmpty ? message("records_none") : count);
    const newest = records.slice(-MOST_SHOWN).reverse();
    find("records-rows", HTMLElement).replaceChildren(...newest.map(shown));
    for (const id of ["records-list", "records-actions"]) find(id, HTMLElement).hidden = isEmpty;
    if (isEmpty) this.#question.hidden = true;
  }

  async #export(format: "csv" | "json"): Promise<void> {
    const answer = await this.#ask({ kind: "export", format });
    if (answer.kind !== "exported") return;
    const link = document.createElement("a");
    link.download = `chaperone-records.${format}`;
    link.href = URL.createObjectURL(
      new Blob([answer.text], { type: format === "csv" ? "text/csv" : "application/json" }),
    );
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async #deleteAll(): Promise<void> {
    const answer = await this.#ask({ kind: "delete" });
    this.#endQuestion();
    this.#list(answer);
  }

  #endQuestion(): void {
    this.#question.hidden = true;
    this.#delete.focus();
  }
}

function shown(record: DecisionRecord): HTMLElement {
  const time = new Date(record.at * 60_000).toLocaleString(message("page_language"), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  const consent = [record.consent, record.expires].filter((part) => part !== null).join(", ");
  return row([
    time,
    siteName(record.site),
    message(`records_account_${record.account_kind}`),
    record.rule ?? "",
    record.severity === null ? "" : message(`page_severity_${record.severity}`),
    decided(record.decision),
    consent,
  ]);
}

function decided(decision: Decision): string {
  const detail =
    decision.kind === "overridden"
      ? message(`page_reason_${decision.reason.replaceAll("-", "_")}`)
      : decision.kind === "dismissed"
        ? message(`page_dismiss_${decision.reach.replaceAll("-", "_")}`)
        : "";
  const said = message(DECISIONS[decision.kind]);
  return detail === "" ? said : message("records_decision_detail", said, detail);
}
