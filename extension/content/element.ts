// Builds our own elements. Text goes in as text, never as markup; what a person did not do themselves does nothing.

type Attributes = Readonly<Record<string, string>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that only a person can press: a page's script may find ways to click it, and is ignored. */
export function button(attributes: Attributes, label: string, onPress: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", (event) => {
    if (event.isTrusted && made.getAttribute("aria-disabled") !== "true") onPress();
  });
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

/** The product's mark: a person inside a shield. */
export function mark(): SVGElement {
  const icon = document.createElementNS(SVG, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("class", "mark");
  icon.setAttribute("aria-hidden", "true");
  for (const shape of [
    "M12 2 4 5v6c0 5.2 3.4 9.4 8 11 4.6-1.6 8-5.8 8-11V5z",
    "M12 7a2.6 2.6 0 1 1 0 5.2A2.6 2.6 0 0 1 12 7m-4.6 9.6a4.7 4.7 0 0 1 9.2 0A9 9 0 0 1 12 19.8a9 9 0 0 1-4.6-3.2",
  ]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", shape);
    icon.append(path);
  }
  return icon;
}
