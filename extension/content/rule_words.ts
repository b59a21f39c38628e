// The rules' own words in the browser's language. English stands in the rules themselves, and is all that the
// background knows; every other language has them in _locales, under the rule's code and the title's words.

import type { RuleCard } from "./messages";

export function ruleInOwnLanguage(card: RuleCard): RuleCard {
  const key = `rule_${card.code.toLowerCase()}`;
  const { summary, why } = card;
  return { ...card, summary: said(`${key}_summary`) ?? summary, why: said(`${key}_why`) ?? why };
}

/** The title of a fix or of an answer. */
export function titleInOwnLanguage(title: string): string {
  const words = title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return said(["title", ...words].join("_")) ?? title;
}

function said(key: string): string | null {
  return chrome.i18n.getMessage(key) || null;
}
