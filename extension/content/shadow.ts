// Looking through open shadow roots, which selectors and ancestors stop at: sites build their compose boxes out of
// web components. A selector of a site's description may say `host >>> inside`.

const STEP = ">>>";

/** Every element that fits, in the page's order. `entered` hears of each shadow root that was looked into. */
export function queryAll<Kind extends Element>(
  root: ParentNode,
  css: string,
  entered?: (shadow: ShadowRoot) => void,
): Kind[] {
  const [first = css, ...inner] = css.split(STEP);
  const found = [...root.querySelectorAll<Kind>(first)];
  if (inner.length === 0) return found;
  return found.flatMap(({ shadowRoot }) => {
    if (!shadowRoot) return [];
    entered?.(shadowRoot);
    return queryAll<Kind>(shadowRoot, inner.join(STEP), entered);
  });
}

export function matches(element: Element, css: string): boolean {
  const at = css.lastIndexOf(STEP);
  if (at < 0) return element.matches(css);
  const host = hostOf(element);
  return host !== null && element.matches(css.slice(at + STEP.length)) && matches(host, css.slice(0, at));
}

/** The element itself or its nearest ancestor that fits, hosts of shadow roots included. */
export function closest(element: Element, css: string): Element | null {
  for (let from: Element | null = element; from; from = hostOf(from)) {
    const found = from.closest(css);
    if (found) return found;
  }
  return null;
}

/** Whether a node stands in an ancestor's tree, or in a shadow root in it. */
export function contains(ancestor: Node, node: Node): boolean {
  for (let at: Node | null = node; at; at = hostOf(at)) {
    if (ancestor.contains(at)) return true;
  }
  return false;
}

/** The one of several that shares the smallest surroundings with an element; of equals, the first. */
export function nearest<Kind extends Element>(to: Element, several: readonly Kind[]): Kind | null {
  let around: Element | null = to;
  while (around) {
    const here: Element = around;
    const found = several.find((one) => contains(here, one));
    if (found) return found;
    around = here.parentElement ?? hostOf(here);
  }
  return several[0] ?? null;
}

/** The document or the shadow root that an element stands in: it knows what has the focus there. */
export function treeOf(node: Node): Document | ShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : document;
}

/** What has the focus: each tree names its own part of the way there. */
export function innermostFocus(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** Whether the focus is in this document, and not in a frame of it or around it. */
export function hasFocusItself(): boolean {
  return document.hasFocus() && !(innermostFocus() instanceof HTMLIFrameElement);
}

function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
