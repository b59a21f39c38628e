// A textarea or a one-line input, bare or controlled by React. Its text is not in the DOM, so it has no ranges.

import { treeOf } from "../shadow";
import type { Editor, Replaced, Selected } from "./editor";

export class Textarea implements Editor {
  readonly root: HTMLTextAreaElement | HTMLInputElement;

  constructor(root: HTMLTextAreaElement | HTMLInputElement) {
    this.root = root;
  }

  /** A field tells its text at any time, so there is nothing to follow. */
  listen(): void {}

  holds(node: Node): boolean {
    return node === this.root;
  }

  hasFocus(): boolean {
    return treeOf(this.root).activeElement === this.root;
  }

  read(): string {
    return this.root.value;
  }

  rangeOf(): Range | null {
    return null;
  }

  selected(): Selected | null {
    const { selectionStart, selectionEnd, selectionDirection } = this.root;
    if (selectionStart === null || selectionEnd === null) return null;
    const isBackward = selectionDirection === "backward";
    return isBackward
      ? { anchor: selectionEnd, caret: selectionStart }
      : { anchor: selectionStart, caret: selectionEnd };
  }

  /** A field keeps its own selection while the focus is elsewhere. */
  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  async replace(expected: string, start: number, end: number, line: string): Promise<Replaced> {
    const field = this.root;
    if (field.value !== expected) return "changed-meanwhile";
    const wanted = expected.slice(0, start) + line + expected.slice(end);
    // The browser would cut it off.
    if (field.maxLength >= 0 && wanted.length > field.maxLength) return "refused";
    field.focus({ preventScroll: true });
    field.setSelectionRange(start, end);
    // The command keeps the browser's undo history; `setRangeText` does not, so it is the second choice.
    const owner = field.ownerDocument;
    if (line === "") owner.execCommand("delete");
    else owner.execCommand("insertText", false, line);
    if (field.value === expected) this.#write(line, start, end);
    if (field.value === wanted) return "done";
    if (field.value !== expected) owner.execCommand("undo");
    if (field.value !== expected) this.#write(expected, 0, field.value.length);
    return "refused";
  }

  #write(words: string, start: number, end: number): void {
    this.root.setRangeText(words, start, end, "end");
    this.root.dispatchEvent(
      new InputEvent("input", { bubbles: true, inputType: "insertReplacementText", data: words }),
    );
  }
}
