// The tab that the popup is about, and what its page says of itself.

import type { PageAsk, PageState } from "../content/messages";

/**
 * A tab by the browser's number; `page` is `null` when no content script runs there. Its address is known only because
 * the person has pressed the toolbar button, and only until the tab goes elsewhere.
 */
export interface Tab {
  readonly id: number;
  readonly url: string | null;
  readonly page: PageState | null;
}

/** `null` when the window has no tab that could be meant. */
export async function lookAtTab(): Promise<Tab | null> {
  const tab = await tabInQuestion();
  if (tab?.id === undefined) return null;
  const page: PageState | undefined = await askPage(tab.id, { kind: "describe" });
  return { id: tab.id, url: tab.url ?? null, page: page ?? null };
}

/** Asks the page in a tab; one without a content script does not answer, which is no mishap. */
export function askPage<Answer>(tab: number, ask: PageAsk): Promise<Answer | undefined> {
  return chrome.tabs.sendMessage<PageAsk, Answer | undefined>(tab, ask).catch(() => undefined);
}

/**
 * The active tab of the window used last. When that tab is this very page, it is about the tab that was looked at
 * before it.
 */
async function tabInQuestion(): Promise<chrome.tabs.Tab | undefined> {
  const own = await chrome.tabs.getCurrent();
  const [active] = await chrome.tabs.query({ active: true, lastFocusedWindow: true, windowType: "normal" });
  if (own === undefined || active?.id !== own.id) return active;
  const others = (await chrome.tabs.query({ windowType: "normal" })).filter((tab) => tab.id !== own.id);
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
