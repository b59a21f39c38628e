// What every editor can do, whatever library runs it. Which one it is, is seen from its marks.

import { DraftJs } from "./draft_js";
import { Lexical } from "./lexical";
import { Plain } from "./plain";
import { Textarea } from "./textarea";

/** How a replacement ended. */
export type Replaced = "done" | "changed-meanwhile" | "refused";

/** A selection as offsets in the text: where it began, and where the caret is. */
export interface Selected {
  readonly anchor: number;
  readonly caret: number;
}

export interface Editor {
  /** The element that takes the focus and the keystrokes. */
  readonly root: HTMLElement;
  /** The text as it stands now. */
  read(): string;
  /** The DOM range over a part of the text last read; `null` where the text is not in the DOM. */
  rangeOf(start: number, end: number): Range | null;
  /** What is selected in the text; `null` when the selection is elsewhere. */
  selected(): Selected | null;
  /** Takes the focus, and puts the selection back as it was if the focus had been elsewhere. */
  focus(selected: Selected | null): void;
  /**
   * Puts one line in place of `start..end`, provided that the text still is `expected`. One undo brings the old
   * words back, the caret stands after the new ones.
   */
  replace(expected: string, start: number, end: number, line: string): Promise<Replaced>;
}

/** The editor in a compose box; `null` when its marks are unknown. */
export function editorIn(box: HTMLElement): Editor | null {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) return new Textarea(box);
  for (const kind of [Lexical, DraftJs, Plain]) {
    const root = box.matches(kind.marks) ? box : box.querySelector<HTMLElement>(kind.marks);
    if (root) return new kind(root);
  }
  return null;
}
