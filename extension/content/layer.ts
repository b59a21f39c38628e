// The one element of ours on the page: a closed shadow root on the document element that holds every panel.
//
// While a dialog of the page is modal, everything outside of it is out of reach, so then the element stands in there, and
// above it. Where the page turns, grows or moves its root, it stands above that, or it would be moved along.
//
// The page must neither style it, nor read it, nor react to what happens in it: a site's dialog that traps the focus
// or closes on a click elsewhere would otherwise fight with our card.

import { element } from "./element";
import { removePredecessor } from "./predecessor";
import THEME from "./theme.css";
import { Tray, type WithinReach } from "./tray";

/** Something of ours that takes keys while it is open. At most one is. */
export interface Panel {
  readonly root: HTMLElement;
  /** Whether the arrow keys walk through its buttons. */
  readonly arrows: "walk" | "leave";
  /** Takes it off the page. Called at most once. */
  close(focus: "back-to-editor" | "leave-focus"): void;
  /** Something was typed into a field of it. */
  onTyped?(): void;
}

const POINTER = [
  "pointerdown",
  "mousedown",
  "pointerup",
  "mouseup",
  "click",
  "dblclick",
  "touchstart",
  "touchend",
  "input",
  "change",
];
const FOCUS = ["focus", "focusin", "blur", "focusout"];
/** What is typed into a field of ours is nothing for the page to read. */
const TYPING = [
  "beforeinput",
  "input",
  "textInput",
  "compositionstart",
  "compositionupdate",
  "compositionend",
];
const KEYS = ["keydown", "keypress", "keyup"];
const FIELDS = '[type="text"], [type="date"]';
/** No scroll bar is wider; what covers more is a keyboard, or outside of what a pinch has left. */
const SCROLL_BAR_PX = 24;
const REACHABLE = "a[href], button, input, summary";

export class Layer {
  readonly #host = element("div");
  readonly #shadow: ShadowRoot;
  readonly #tray: Tray;
  /** How much of the window is out of sight, above and below. */
  readonly #hidden = new CSSStyleSheet();
  #panel: Panel | null = null;
  #isAside = false;
  /** Whether it would be on the page, were it not aside. */
  #isMissed = false;
  /** What ends a visit of the keyboard to the tray. */
  #endVisit: (() => void) | null = null;

  constructor(withinReach: WithinReach, signal: AbortSignal) {
    removePredecessor();
    // It listens to the window before we do, who keep what happens in us to ourselves.
    this.#tray = new Tray(withinReach, signal);
    this.#shadow = this.#host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    // The page may be written from right to left; our words go as the browser's language does.
    sheet.replaceSync(`${THEME} :host { direction: ${chrome.i18n.getMessage("@@bidi_dir")}; }`);
    this.#shadow.adoptedStyleSheets.push(sheet, this.#hidden);
    this.#shadow.append(this.#tray.root);
    // A chip that was answered by keyboard takes the focus with it.
    this.#tray.root.addEventListener("click", () => {
      if (!this.#shadow.activeElement) this.#leaveTray();
    });
    for (const type of POINTER) this.#host.addEventListener(type, (event) => event.stopPropagation());
    // Pressing a button of ours must not take the focus, and with it the selection, out of the editor.
    this.#shadow.addEventListener("mousedown", (event) => {
      const isField = event.target instanceof HTMLInputElement && event.target.matches(FIELDS);
      if (!isField) event.preventDefault();
    });
    for (const type of [...FOCUS, ...TYPING])
      window.addEventListener(type, (event) => this.#keepToUs(event), { capture: true, signal });
    for (const type of KEYS) {
      window.addEventListener(type, (event) => this.#onKey(event as KeyboardEvent), {
        capture: true,
        signal,
      });
    }
    for (const type of ["scroll", "resize"])
      visualViewport?.addEventListener(type, () => this.#rise(), { signal });
    this.#rise();
    signal.addEventListener("abort", () => this.remove());
  }

  /** The panel that is open. */
  get panel(): Panel | null {
    return this.#panel;
  }

  /** Opens a panel in place of the one that was open. */
  open(panel: Panel): void {
    this.closePanel("leave-focus");
    this.#endVisit = null;
    this.add(panel.root);
    this.#panel = panel;
  }

  /** Whether an event's other end is ours. */
  isOurs(target: EventTarget | null): boolean {
    return target === this.#host;
  }

  /** Leads the keyboard to the chips and notes, if there are any; `onEnd` leads it back. */
  visitTray(onEnd: () => void): void {
    const find = (css: string) => this.#tray.root.querySelector<HTMLElement>(css);
    const first = find("[data-first]") ?? find(REACHABLE);
    if (!first) return;
    this.closePanel("leave-focus");
    this.#endVisit = onEnd;
    this.#tray.focus(first);
  }

  closePanel(focus: "back-to-editor" | "leave-focus"): void {
    const panel = this.#panel;
    this.#panel = null;
    panel?.root.remove();
    panel?.close(focus);
  }

  /** Adds something that takes no keys. */
  add(content: HTMLElement): void {
    this.#attach();
    this.#shadow.append(content);
  }

  /** Adds a chip or a note to the tray. */
  addToTray(content: HTMLElement): void {
    this.#attach();
    this.#tray.add(content);
  }

  /** Puts a chip in the place of another, or of nothing; the keyboard that was there goes along, or back. */
  swapInTray(old: HTMLElement | null, chip: HTMLElement | null): void {
    const isVisited = old?.contains(this.#shadow.activeElement) ?? false;
    old?.remove();
    if (chip) this.addToTray(chip);
    if (isVisited && chip) this.focusFirst(chip);
    else if (isVisited) this.#leaveTray();
  }

  /** Takes everything of ours off the page. */
  remove(): void {
    this.closePanel("leave-focus");
    this.#host.remove();
    this.#isMissed = false;
  }

  /** Leaves the page, and what is added meanwhile shows only when it comes back. */
  stepAside(): void {
    if (this.#isAside) return;
    const { isConnected } = this.#host;
    this.remove();
    this.#isAside = true;
    this.#isMissed = isConnected;
  }

  focusFirst(root: ParentNode): void {
    root.querySelector<HTMLElement>("[data-first]")?.focus({ preventScroll: true });
  }

  /** There is something to show again, if there was. */
  comeBack(): void {
    this.#isAside = false;
    if (this.#isMissed) this.#attach();
    this.#isMissed = false;
    this.follow();
  }

  /** The page has changed: a modal dialog may have come or gone, the root or what the tray must not cover have moved. */
  follow(): void {
    if (!this.#host.isConnected) return;
    this.#attach();
    this.#tray.placeSoon();
  }

  /** Keeps what stands at an end of the window in sight: above a soft keyboard, and where a page is pinched. */
  #rise(): void {
    if (!visualViewport) return;
    const { offsetTop, height } = visualViewport;
    const covered = Math.round(innerHeight - offsetTop - height);
    // Not on the element itself, which the page can look at.
    this.#hidden.replaceSync(
      `:host { --above: ${Math.round(offsetTop)}px; --covered: ${covered > SCROLL_BAR_PX ? covered : 0}px; }`,
    );
    this.#tray.placeSoon();
  }

  #attach(): void {
    if (this.#isAside) {
      this.#isMissed = true;
      return;
    }
    const parent = place();
    const isAbove = parent !== document.documentElement || isRootMoved();
    if (this.#host.parentElement === parent && this.#host.hasAttribute("popover") === isAbove) return;
    if (this.#host.parentElement !== parent) parent.append(this.#host);
    if (isAbove) {
      this.#host.setAttribute("popover", "manual");
      this.#host.showPopover();
    } else {
      this.#host.removeAttribute("popover");
    }
  }

  #keepToUs(event: Event): void {
    if (event.target !== this.#host) return;
    event.stopImmediatePropagation();
    // Stopped here, it does not reach the field either.
    if (event.type === "input") this.#panel?.onTyped?.();
  }

  #onKey(event: KeyboardEvent): void {
    // A page that has taken our element away has closed what was in it; its keys are the page's again.
    if (this.#panel && !this.#host.isConnected) this.closePanel("leave-focus");
    const isOurs = this.isOurs(event.target);
    const place = this.#panel ?? (isOurs && this.#endVisit ? this.#trayAsPlace() : null);
    if (event.type === "keydown" && event.isTrusted && place) this.#steer(event, place, isOurs);
    if (isOurs) event.stopImmediatePropagation();
  }

  #trayAsPlace(): Panel {
    return { root: this.#tray.root, arrows: "leave", close: () => this.#leaveTray() };
  }

  #leaveTray(): void {
    const end = this.#endVisit;
    this.#endVisit = null;
    end?.();
  }

  #steer(event: KeyboardEvent, panel: Panel, isOurs: boolean): void {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (panel === this.#panel) this.closePanel("back-to-editor");
      else panel.close("back-to-editor");
    } else if (event.key === "Tab") {
      event.preventDefault();
      event.stopImmediatePropagation();
      this.#step(panel, event.shiftKey ? -1 : 1);
    } else if (isOurs && panel.arrows === "walk" && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.#step(panel, event.key === "ArrowUp" ? -1 : 1);
    } else if (isOurs && event.repeat) {
      // The Enter that was held down to post must not press what has just got the focus.
      event.preventDefault();
    }
  }

  #step(panel: Panel, by: 1 | -1): void {
    const stops = [...panel.root.querySelectorAll<HTMLElement>(REACHABLE)].filter((stop) =>
      stop.checkVisibility(),
    );
    const at = stops.indexOf(this.#shadow.activeElement as HTMLElement);
    const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
    stops[next]?.focus();
  }
}

/** Where the person can reach us. */
function place(): Element {
  return [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.documentElement;
}

/** Whether what is fixed in the window is not, because the page's root has a place of its own for it. */
function isRootMoved(): boolean {
  const { transform, translate, rotate, scale, perspective, contain, willChange } = getComputedStyle(
    document.documentElement,
  );
  const moves = [transform, translate, rotate, scale, perspective].some((value) => value !== "none");
  return moves || /paint|layout|strict|content/.test(contain) || /transform|perspective/.test(willChange);
}
