// The tab that the popup is about, and what its page says of itself.

import type { Checking, PageAsk, PageState } from "../content/messages";

/**
 * A tab by the browser's number; `page` is `null` when no content script runs there. Its address is known only because
 * the person has pressed the toolbar button, and only until the tab goes elsewhere.
 */
export interface Tab {
  readonly id: number;
  readonly url: string | null;
  readonly page: PageState | null;
}

/** Which frame speaks for its tab, where none is typed in: the lowest. */
const RANK: Record<Checking, number> = {
  checking: 0,
  paused: 0,
  "tab-paused": 0,
  "engine-silent": 0,
  "not-checking-here": 1,
  "no-composer": 2,
};

/** `null` when the window has no tab that could be meant. */
export async function lookAtTab(): Promise<Tab | null> {
  const tab = await tabInQuestion();
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? null, page: asOne(await framesOf(tab.id)) };
}

/** Asks until every frame has answered: the browser hands on one answer at a time. */
async function framesOf(tab: number): Promise<readonly PageState[]> {
  const frames: PageState[] = [];
  for (;;) {
    const heard = frames.map(({ frame }) => frame);
    const state = await askPage<PageState>(tab, { kind: "describe", heard });
    if (!state) return frames;
    frames.push(state);
  }
}

/** The frame that is typed in stands for all, but the findings are everybody's. */
function asOne(frames: readonly PageState[]): PageState | null {
  const rank = ({ focused, checking }: PageState) => (focused ? -1 : RANK[checking]);
  const sorted = frames.toSorted((a, b) => rank(a) - rank(b));
  const [first] = sorted;
  return first ? { ...first, findings: sorted.flatMap(({ findings }) => findings) } : null;
}

/** Asks the page in a tab; one without a content script does not answer, which is no mishap. */
export function askPage<Answer>(tab: number, ask: PageAsk): Promise<Answer | undefined> {
  return chrome.tabs.sendMessage<PageAsk, Answer | undefined>(tab, ask).catch(() => undefined);
}

/**
 * The active tab of the popup's own window. When that tab is this very page, it is about the tab that was looked at
 * before it.
 */
async function tabInQuestion(): Promise<chrome.tabs.Tab | undefined> {
  const own = await chrome.tabs.getCurrent();
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true, windowType: "normal" });
  if (own === undefined || active?.id !== own.id) return active;
  const others = (await chrome.tabs.query({ windowType: "normal" })).filter((tab) => tab.id !== own.id);
  return others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
