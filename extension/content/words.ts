// Everything the page layer says, from _locales. Keys stand there with "page_" before them.

import type { ConsentDoubt, Severity } from "./messages";

export function say(key: string, ...values: readonly (string | number)[]): string {
  return chrome.i18n.getMessage(`page_${key}`, values.map(String));
}

/** "2 issues, 1 must be fixed", or what fits the numbers. */
export function sayCount(findings: number, stops: number): string {
  if (findings === 0) return say("count_none");
  const all = findings === 1 ? say("count_one") : say("count_many", findings);
  return stops === 0 ? all : say("count_with_stops", all, stops);
}

export function saySeverity(severity: Severity): string {
  return say(`severity_${severity}`);
}

/** In the words of the page that lists authorizations. */
export function sayDoubt(doubt: ConsentDoubt): string {
  return chrome.i18n.getMessage(`consents_doubt_${doubt.replaceAll("-", "_")}`);
}
