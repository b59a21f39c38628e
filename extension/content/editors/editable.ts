// What all contenteditable editors share: reading through a text map, replacing through the browser's own editing.
//
// Draft.js and Lexical keep a model beside the DOM. `execCommand("insertText")` on a selection reaches the page as if
// a person had typed, so both model and undo history stay right; nothing else does in all of them.

import { Keyboard } from "../keyboard";
import { treeOf } from "../shadow";
import { TextMap } from "../text_map";
import type { Editor, Replaced, Selected } from "./editor";

/** Draft.js, the slowest, takes a composed word this long after it is complete, at the latest. */
const COMPOSED_MS = 50;
/** The page's own selection handlers run on an event; if it never comes, the selection was there already. */
const SELECTION_DEADLINE_MS = 100;

export abstract class Editable implements Editor {
  readonly root: HTMLElement;
  #map: TextMap;
  #isComposing = false;

  constructor(root: HTMLElement) {
    this.root = root;
    this.#map = TextMap.of(root);
  }

  listen(signal: AbortSignal): void {
    for (const type of ["compositionstart", "compositionend"]) {
      this.root.addEventListener(
        type,
        () => {
          this.#isComposing = type === "compositionstart";
        },
        { signal },
      );
    }
  }

  /** For how long, in milliseconds, the editor takes no notice of a new selection. */
  protected get selectionLag(): number {
    return 0;
  }

  holds(node: Node): boolean {
    return this.root.contains(node);
  }

  hasFocus(): boolean {
    return this.root.contains(treeOf(this.root).activeElement);
  }

  read(): string {
    this.#map = TextMap.of(this.root);
    return this.#map.text;
  }

  rangeOf(start: number, end: number): Range | null {
    return this.#map.rangeOf(start, end);
  }

  selected(): Selected | null {
    const selection = this.#selection();
    const { anchorNode, focusNode } = selection ?? {};
    if (!selection || !anchorNode || !this.root.contains(anchorNode)) return null;
    if (!focusNode || !this.root.contains(focusNode)) return null;
    return {
      anchor: this.#map.offsetOf(anchorNode, selection.anchorOffset),
      caret: this.#map.offsetOf(focusNode, selection.focusOffset),
    };
  }

  focus(selected: Selected | null): void {
    if (this.hasFocus()) return;
    this.root.focus({ preventScroll: true });
    const anchor = selected && this.rangeOf(selected.anchor, selected.anchor);
    const caret = selected && this.rangeOf(selected.caret, selected.caret);
    if (!anchor || !caret) return;
    // Draft.js, for one, forgets where the caret was while the focus is elsewhere.
    this.root.ownerDocument
      .getSelection()
      ?.setBaseAndExtent(anchor.startContainer, anchor.startOffset, caret.startContainer, caret.startOffset);
  }

  async replace(shown: string, start: number, end: number, line: string): Promise<Replaced> {
    const done = new AbortController();
    try {
      return await this.#replace(shown, start, end, line, new Keyboard(done.signal));
    } finally {
      done.abort();
    }
  }

  async #replace(shown: string, start: number, end: number, line: string, keys: Keyboard): Promise<Replaced> {
    if (this.read() !== shown) return "changed-meanwhile";
    const expected = await this.#finishComposing(shown, end);
    const wanted = expected.slice(0, start) + line + expected.slice(end);
    this.root.focus({ preventScroll: true });
    const ways = [...this.ways(), (words: string) => this.#replaceInNode(start, end, words)];
    for (const put of ways) {
      await this.#select(start, end);
      if (this.read() !== expected) return "changed-meanwhile";
      keys.free();
      put(line);
      await nextFrame();
      // What the person has done meanwhile, an undo say, stays as it is; so does a box that has been put in our place.
      if (this.read() === wanted || keys.wasUsed || !this.root.isConnected) return "done";
      keys.hold();
      if (this.#map.text !== expected) {
        await this.#restore(expected);
        return "refused";
      }
    }
    return "refused";
  }

  /** Ways to put a line in place of what is selected, best first; each is tried only if the one before did nothing. */
  protected ways(): ((line: string) => void)[] {
    return [(line) => this.command(line)];
  }

  /** The browser's own editing command: to the page as if a person had typed, with one step of undo. */
  protected command(line: string): void {
    const owner = this.root.ownerDocument;
    if (line === "") owner.execCommand("delete");
    else owner.execCommand("insertText", false, line);
  }

  /**
   * The event of a spelling correction, for an editor that changes its model on it and draws the text from that; answers
   * whether the editor leaves the change to the browser.
   */
  protected announce(line: string): boolean {
    const edit = { inputType: "insertReplacementText", data: line };
    const event = new InputEvent("beforeinput", { ...edit, bubbles: true, cancelable: true, composed: true });
    return this.root.dispatchEvent(event);
  }

  /** While a word is being composed, editors do not look at their text; leaving the box ends that, as it always does. */
  async #finishComposing(shown: string, end: number): Promise<string> {
    if (!this.#isComposing) return shown;
    this.root.blur();
    await pause(COMPOSED_MS);
    const text = this.read();
    // What was being composed may have changed, as long as it stands behind the words that are meant.
    return text.startsWith(shown.slice(0, end)) ? text : shown;
  }

  /** The editor has made something else of the words: takes that back, in its own way if it has one. */
  async #restore(expected: string): Promise<void> {
    this.root.ownerDocument.execCommand("undo");
    await nextFrame();
    const text = this.read();
    if (text === expected) return;
    const shorter = Math.min(text.length, expected.length);
    let head = 0;
    while (head < shorter && text[head] === expected[head]) head += 1;
    let tail = 0;
    while (tail < shorter - head && text.at(-1 - tail) === expected.at(-1 - tail)) tail += 1;
    await this.#select(head, text.length - tail);
    this.command(expected.slice(head, expected.length - tail));
    await nextFrame();
  }

  /** In a shadow root Chromium tells what is selected to nobody but the root; Firefox tells the document. */
  #selection(): Selection | null {
    const tree: (Document | ShadowRoot) & Partial<Pick<Document, "getSelection">> = treeOf(this.root);
    return tree.getSelection?.() ?? this.root.ownerDocument.getSelection();
  }

  /** Selects the words and waits until the page has been told, because its model follows the event. */
  async #select(start: number, end: number): Promise<void> {
    const range = this.rangeOf(start, end);
    const owner = this.root.ownerDocument;
    const selection = owner.getSelection();
    if (!range || !selection) return;
    const told = new Promise<void>((resolve) => {
      const signal = AbortSignal.timeout(SELECTION_DEADLINE_MS);
      signal.addEventListener("abort", () => resolve(), { once: true });
      owner.addEventListener("selectionchange", () => resolve(), { once: true, signal });
    });
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    await told;
    if (this.selectionLag > 0) await pause(this.selectionLag);
  }

  /** For an editor that ignores the command: changes the text node and says so, as a spelling correction would. */
  #replaceInNode(start: number, end: number, line: string): void {
    const range = this.rangeOf(start, end);
    const node = range?.startContainer;
    if (!range || !(node instanceof Text) || node !== range.endContainer) return;
    const at = range.startOffset;
    node.replaceData(at, range.endOffset - at, line);
    this.root.ownerDocument.getSelection()?.collapse(node, at + line.length);
    const inputType = "insertReplacementText";
    this.root.dispatchEvent(new InputEvent("input", { bubbles: true, inputType, data: line }));
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
