// How an element stands on the screen: a page may turn, grow, shrink or zoom it, or whatever surrounds it.

/** The part of a transform that moves nothing: where one step to the right leads, and one step down. */
export interface Pose {
  /** As a value of the property `transform`. */
  readonly transform: string;
  /** How many pixels of the screen one of the element's own is, before the transform. */
  readonly zoom: number;
  /** Where the upper left corner of the box around the element lies, seen from its own upper left corner. */
  readonly x: number;
  readonly y: number;
}

/** The pose of an element whose box on the screen is `rect`. */
export function poseOf(element: HTMLElement, rect: DOMRect): Pose {
  const zoom = element.currentCSSZoom;
  const [width, height] = [element.offsetWidth * zoom, element.offsetHeight * zoom];
  // Nearly always; what follows asks every ancestor.
  if (isNear(rect.width, width) && isNear(rect.height, height))
    return { transform: "none", zoom, x: 0, y: 0 };
  const { a, b, c, d } = turnOf(element);
  return {
    transform: `matrix(${a}, ${b}, ${c}, ${d}, 0, 0)`,
    zoom,
    x: Math.min(0, a * width) + Math.min(0, c * height),
    y: Math.min(0, b * width) + Math.min(0, d * height),
  };
}

/** Boxes are laid out in whole pixels, and shown in parts of them. */
function isNear(shown: number, laidOut: number): boolean {
  return Math.abs(shown - laidOut) < 1;
}

/** All that turns and grows it. We stand above whatever the page does to its root. */
function turnOf(element: HTMLElement): DOMMatrix {
  let turn = new DOMMatrix();
  for (let at: Element | null = element; at; at = around(at)) {
    const { transform, rotate, scale } = getComputedStyle(at);
    const ways = [
      rotate === "none" ? "" : `rotate(${rotate})`,
      scale === "none" ? "" : `scale(${scale.replaceAll(" ", ", ")})`,
      transform === "none" ? "" : transform,
    ].join(" ");
    if (ways.trim() !== "") turn = new DOMMatrix(ways).multiply(turn);
  }
  return turn;
}

/** What an element is drawn in. */
function around(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
