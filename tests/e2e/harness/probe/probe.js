// Tells the tests what a person sees of Chaperone. Its surfaces live in closed shadow roots, which neither a page
// nor a browser's automation may enter, but another extension may. It only looks; the tests press real keys and
// the real mouse.

const ours = (element) => element.openOrClosedShadowRoot ?? globalThis.chrome?.dom?.openOrClosedShadowRoot;

function shadowOf(element) {
  const open = ours(element);
  if (typeof open === "function") return open(element);
  return open ?? null;
}

// In this world only: axe walks into shadow roots through this property.
Object.defineProperty(Element.prototype, "shadowRoot", {
  configurable: true,
  get() {
    return this instanceof HTMLElement ? shadowOf(this) : null;
  },
});

/** The surfaces of Chaperone: hosts that hang on the root element, outside the page's body, or in a modal dialog. */
function surfaces() {
  return [...document.querySelectorAll("html > div, dialog > div")].filter((element) => element.shadowRoot);
}

function* descend(root) {
  for (const element of root.children) {
    yield element;
    yield* descend(element.shadowRoot ?? element);
  }
}

function isShown(element) {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true });
}

/** Whether a hit test finds the element at a place: clipping counts for it, and else the overlay is deaf to the pointer. */
function reaches(element, { x, y }) {
  const mirror = element.closest(".mirror");
  mirror.style.pointerEvents = "auto";
  const hit = element.getRootNode().elementsFromPoint(x, y).includes(element);
  mirror.style.pointerEvents = "";
  return hit;
}

const ROLES = {
  BUTTON: "button",
  A: "link",
  DIALOG: "dialog",
  TEXTAREA: "textbox",
  INPUT: "textbox",
  SELECT: "combobox",
  SUMMARY: "summary",
  LABEL: "label",
};

function describe(element) {
  const box = element.getBoundingClientRect();
  return {
    role: element.getAttribute("role") ?? ROLES[element.tagName] ?? "",
    name: (element.getAttribute("aria-label") ?? element.innerText ?? element.textContent ?? "").trim(),
    within: element.closest("[aria-label]:not(button)")?.getAttribute("aria-label") ?? "",
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    focused: element.getRootNode().activeElement === element,
  };
}

const answers = {
  /** Everything of ours that is on screen. */
  controls: () =>
    surfaces()
      .flatMap((host) => [...descend(host.shadowRoot)])
      .filter(isShown)
      .map(describe)
      .filter((control) => control.role !== ""),
  /** The words of ours that are on screen, a surface a string. */
  words: () =>
    surfaces().map((host) =>
      [...host.shadowRoot.children]
        .filter((element) => element.tagName !== "STYLE" && isShown(element))
        .map((element) => element.innerText)
        .join("\n"),
    ),
  /** The text of every overlay that underlines a plain text field. */
  mirrors: () =>
    surfaces()
      .flatMap((host) => [...descend(host.shadowRoot)])
      .filter((element) => element.classList.contains("mirror"))
      .map((element) => element.textContent),
  /** Every underline in a text field's overlay, with the middle of its first line, and whether that is not cut off. */
  overlaid: () =>
    surfaces()
      .flatMap((host) => [...descend(host.shadowRoot)])
      .filter((element) => element.localName === "span" && element.closest(".mirror"))
      .map((element) => {
        const line = element.getClientRects()[0];
        const place = line && { x: line.x + line.width / 2, y: line.y + line.height / 2 };
        const isShown = place !== undefined && reaches(element, place);
        return { style: element.style.textDecorationStyle, text: element.textContent, ...place, isShown };
      }),
  /** What of ours moves, or would when something of it changed. */
  motions: () =>
    surfaces()
      .flatMap((host) => [...descend(host.shadowRoot)])
      .map((element) => ({ element, style: getComputedStyle(element) }))
      .filter(
        ({ style }) => style.animationName !== "none" || Number.parseFloat(style.transitionDuration) > 0,
      )
      .map(
        ({ element, style }) => `${element.className}: ${style.animationName} ${style.transitionProperty}`,
      ),
  /** What axe says is wrong with our surfaces, once they have come up: half way they are half transparent. */
  accessibility: async () => {
    const moving = surfaces().flatMap((surface) => surface.shadowRoot.getAnimations());
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const outcome = await globalThis.axe.run({ include: surfaces() }, { resultTypes: ["violations"] });
    return outcome.violations.map(
      (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.html).join(" ")}`,
    );
  },
};

addEventListener("chaperone-probe-ask", async (event) => {
  const { number, ask, detail } = JSON.parse(event.detail);
  const told = await Promise.resolve(detail)
    .then(answers[ask])
    .then(
      (answer) => ({ to: number, answer }),
      (fault) => ({ to: number, fault: String(fault) }),
    );
  dispatchEvent(new CustomEvent("chaperone-probe-answer", { detail: JSON.stringify(told) }));
});
