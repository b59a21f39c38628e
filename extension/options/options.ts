// The options: every setting, who has set it, and what is wrong with it. What is changed elsewhere shows here at once.

import { Desk, type SettingsReply } from "../pages/desk";
import { find, message, setText, speak } from "../pages/page";
import { Kept } from "./kept";
import { Office } from "./office";
import { faultList } from "./parts";
import { Rules } from "./rules";
import { Transfer } from "./transfer";
import { Trial } from "./trial";
import { Words } from "./words";

speak();

document.title = message("options_title");
let isFailing = false;

function say(text: string): void {
  isFailing = false;
  setText(find("outcome", HTMLElement), text);
}

function fail(text: string): void {
  say(text);
  isFailing = true;
}

const desk = new Desk({
  onReady: (ready) => {
    rules.begin(ready);
    kept.begin(ready);
    trial.begin(ready);
  },
  onSettings: (reply) => show(reply),
  onStorageFailing: (isFull) => fail(message(isFull ? "options_storage_full" : "popup_storage_problem")),
  onBroken: () => fail(message("popup_status_broken_detail")),
});
const office = new Office(desk);
const rules = new Rules(desk);
const kept = new Kept(desk);
const words = new Words(desk);
const trial = new Trial(desk);
new Transfer(desk, say);

function show(reply: SettingsReply): void {
  // Something could be stored again.
  if (isFailing) say("");
  office.show(reply);
  rules.show(reply);
  kept.show(reply);
  words.show(reply);
  void trial.check();
  const { policyFaults } = reply;
  find("policy", HTMLElement).hidden = policyFaults.length === 0;
  find("policy-faults", HTMLElement).replaceChildren(...faultList(policyFaults));
}
