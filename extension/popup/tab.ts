// The tab that the popup is about, and what its page says of itself.

import type { PageAsk, PageState } from "../content/messages";

/** "asked" until its page has answered; "silent" when no content script runs there. */
export type Tab = "asked" | "silent" | PageState;

export async function lookAtTab(): Promise<Tab> {
  const tab = await tabInQuestion();
  if (tab?.id === undefined) return "silent";
  const ask: PageAsk = { kind: "describe" };
  // A page without a content script is no mishap.
  const state: PageState | undefined = await chrome.tabs.sendMessage(tab.id, ask).catch(() => undefined);
  return state ?? "silent";
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
