// What all contenteditable editors share: reading through a text map, replacing through the browser's own editing.
//
// Draft.js and Lexical keep a model beside the DOM. `execCommand("insertText")` on a selection reaches the page as if
// a person had typed, so both model and undo history stay right; nothing else does in all of them.

import { treeOf } from "../shadow";
import { TextMap } from "../text_map";
import type { Editor, Replaced, Selected } from "./editor";

/** The page's own selection handlers run on an event; if it never comes, the selection was there already. */
const SELECTION_DEADLINE_MS = 100;

export abstract class Editable implements Editor {
  readonly root: HTMLElement;
  #map: TextMap;

  constructor(root: HTMLElement) {
    this.root = root;
    this.#map = TextMap.of(root);
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

  async replace(expected: string, start: number, end: number, line: string): Promise<Replaced> {
    if (this.read() !== expected) return "changed-meanwhile";
    const wanted = expected.slice(0, start) + line + expected.slice(end);
    this.root.focus({ preventScroll: true });
    await this.#select(start, end);
    if (this.read() !== expected) return "changed-meanwhile";

    const owner = this.root.ownerDocument;
    if (line === "") owner.execCommand("delete");
    else owner.execCommand("insertText", false, line);
    await nextFrame();
    if (this.read() === wanted) return "done";
    if (this.#map.text !== expected) return "refused";
    this.#replaceInNode(start, end, line);
    await nextFrame();
    return this.read() === wanted ? "done" : "refused";
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

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
