// The page of records and authorizations: what is kept of decisions, for how long, and which signed forms there are.

import type { RecordsAnswer, RecordsAsk } from "../content/messages";
import { Desk } from "../pages/desk";
import { find, message, setText, speak } from "../pages/page";
import { ConsentSection } from "./consent_section";
import { RecordSection } from "./record_section";

speak();
document.title = message("records_title");

/** Asks the background; what it cannot do is said once for the whole page. */
async function ask(wish: RecordsAsk): Promise<RecordsAnswer> {
  const answer = await desk.ask({ kind: "records", ask: wish });
  const given: RecordsAnswer = answer.kind === "records" ? answer.answer : { kind: "failed" };
  say(given.kind === "failed" ? message("records_failed") : "");
  return given;
}

function say(problem: string): void {
  setText(find("problem", HTMLElement), problem);
}

const desk: Desk = new Desk({
  onSettings: (reply) => records.show(reply),
  onStorageFailing: () => say(message("records_failed")),
  onBroken: () => say(message("popup_status_broken_detail")),
});
const records = new RecordSection((change) => desk.stores(change), ask);
const consents = new ConsentSection(ask);

void records.refresh();
void consents.refresh();
// Posts are held in other tabs while this one is out of sight.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void records.refresh();
});
