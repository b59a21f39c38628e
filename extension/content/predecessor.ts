// What the script of an earlier version has left on the page: its element, which nobody looks after any more.

const SIGN = "[data-chaperone]";

/**
 * Firefox injects an updated extension into open pages, and ends the old script without a word. What that one left
 * is known by its closed shadow root, which only extensions may look into.
 */
export function removePredecessor(): void {
  for (const child of document.querySelectorAll<HTMLElement>("html > div, dialog > div")) {
    if (closedRootOf(child)?.querySelector(SIGN)) child.remove();
  }
}

function closedRootOf(host: HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }): ShadowRoot | null {
  // Firefox has no `dom`, and its store warns of whoever names the two in one breath.
  const { dom } = chrome;
  return host.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(host) ?? null;
}
