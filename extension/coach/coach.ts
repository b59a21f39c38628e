// The coach for a visit that a patient wants to record: what to say, where the law asks for everybody's consent, and a
// box whose words the background puts plainly.

import states from "../../coach/states.json";
import type { SourceCard } from "../content/messages";
import { copies } from "../pages/clipboard";
import { Desk } from "../pages/desk";
import { find, message, setText, speak } from "../pages/page";
import { Rewriter } from "./rewriter";

/** What to say, by what has happened. */
const SAY = [
  ["coach_when_asked", "coach_say_asked"],
  ["coach_when_noticed", "coach_say_noticed"],
  ["coach_when_reluctant", "coach_say_reluctant"],
  ["coach_when_everybody", "coach_say_everybody"],
  ["coach_when_online", "coach_say_online"],
] as const;
const TEACH = [
  "coach_teach_home",
  "coach_teach_first",
  "coach_teach_show",
  "coach_teach_worse",
  "coach_teach_words",
];
const PLAIN = ["coach_plain_one", "coach_plain_words", "coach_plain_numbers", "coach_plain_blame"];
const OTHERS = ["coach_others_door", "coach_others_screen", "coach_others_staff", "coach_others_post"];

/** Rule R6 says why all this; its sources stand at the foot. */
const RULE = "R6";

speak();
document.title = message("coach_title");
const desk = new Desk({
  onReady: ({ catalog }) => showSources(catalog.find(({ code }) => code === RULE)?.sources ?? []),
  onSettings: () => undefined,
  onStorageFailing: () => undefined,
  onBroken: () => setText(find("outcome", HTMLElement), message("coach_try_broken")),
});
new Rewriter(desk, copy);

find("say", HTMLElement).append(...SAY.map(([when, say]) => line(message(say), message(when))));
find("teach", HTMLElement).append(...TEACH.map((key) => line(message(key))));
find("plain", HTMLElement).append(...PLAIN.map((key) => item(message(key))));
find("others", HTMLElement).append(...OTHERS.map((key) => item(message(key))));
showStates();

function item(text: string): HTMLLIElement {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}

/** Something to say, with a button that copies it. */
function line(text: string, when?: string): HTMLLIElement {
  const made = document.createElement("li");
  if (when !== undefined) made.append(paragraph(when, "quiet"));
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = message("coach_copy");
  button.setAttribute("aria-label", message("coach_copy_what", text));
  button.addEventListener("click", () => void copy(text));
  made.append(paragraph(text), button);
  return made;
}

function paragraph(text: string, look = ""): HTMLParagraphElement {
  const made = document.createElement("p");
  made.className = look;
  made.textContent = text;
  return made;
}

async function copy(text: string): Promise<void> {
  const outcome = message((await copies(text)) ? "coach_copied" : "coach_not_copied");
  const copied = find("copied", HTMLElement);
  // Emptied first, so that copying the same again is said again.
  copied.textContent = "";
  copied.textContent = outcome;
}

function showStates(): void {
  const language = message("page_language") === "es" ? "es" : "en";
  find("states", HTMLElement).append(...states.everybody_must_agree.map((state) => item(state[language])));
  find("law-source", HTMLElement).append(`${message("coach_law_source")} `, ...citation(states.source));
}

function showSources(sources: readonly SourceCard[]): void {
  const cited = sources.map((source) => {
    const made = document.createElement("li");
    made.append(...citation(source));
    return made;
  });
  find("sources", HTMLElement).replaceChildren(...cited);
}

function citation({ title, body, date, url }: SourceCard): (Node | string)[] {
  const link = document.createElement("a");
  link.href = url;
  link.rel = "noreferrer";
  link.target = "_blank";
  link.lang = "en";
  link.textContent = title;
  return [link, ` (${body}, ${date})`];
}
