// Settings out to a file and in from one, all or nothing, and back to the first day.

import { type Fault, LARGEST_IMPORT } from "../content/messages";
import type { Desk } from "../pages/desk";
import { find, message, setText } from "../pages/page";
import { faultList } from "./parts";

export class Transfer {
  readonly #desk: Desk;
  readonly #say: (outcome: string) => void;
  readonly #file = find("import", HTMLInputElement);
  readonly #ask = find("reset-ask", HTMLElement);

  constructor(desk: Desk, say: (outcome: string) => void) {
    this.#desk = desk;
    this.#say = say;
    find("export", HTMLElement).addEventListener("click", () => void this.#export());
    this.#file.addEventListener("change", () => void this.#import());
    find("reset", HTMLElement).addEventListener("click", () => {
      this.#ask.hidden = false;
      find("reset-keep", HTMLElement).focus();
    });
    find("reset-keep", HTMLElement).addEventListener("click", () => this.#closeAsk());
    find("reset-sure", HTMLElement).addEventListener("click", () => void this.#reset());
  }

  async #export(): Promise<void> {
    const answer = await this.#desk.ask({ kind: "export" });
    if (answer.kind !== "exported") return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([answer.text], { type: "application/json" }));
    link.download = "chaperone-settings.json";
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say(message("options_exported"));
  }

  async #import(): Promise<void> {
    const file = this.#file.files?.[0];
    if (!file) return;
    this.#list([]);
    if (file.size > LARGEST_IMPORT) {
      this.#list([{ path: "", problem: "too-large", detail: String(file.size) }]);
    } else {
      const answer = await this.#desk.ask({ kind: "import", text: await file.text() });
      if (answer.kind === "refused") this.#list(answer.faults);
      if (answer.kind === "failed") this.#desk.storageFails(answer.isFull);
      if (answer.kind === "done") this.#say(message("options_imported", file.name));
    }
    // So that the same file can be chosen again once it has been corrected.
    this.#file.value = "";
  }

  async #reset(): Promise<void> {
    this.#closeAsk();
    const answer = await this.#desk.change({ kind: "reset" });
    if (answer.kind === "done") this.#say(message("options_reset_done"));
  }

  #closeAsk(): void {
    this.#ask.hidden = true;
    find("reset", HTMLElement).focus();
  }

  #list(faults: readonly Fault[]): void {
    setText(find("import-problem", HTMLElement), faults.length > 0 ? message("options_import_refused") : "");
    find("import-faults", HTMLElement).replaceChildren(...faultList(faults));
  }
}
