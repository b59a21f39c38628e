// What every editor can do, whatever library runs it. Which one it is, is seen from its marks.

import type { EditorKind } from "../messages";
import { DraftJs } from "./draft_js";
import { Lexical } from "./lexical";
import { Plain } from "./plain";
import { Prosemirror } from "./prosemirror";
import { Quill } from "./quill";
import { Slate } from "./slate";
import { Textarea } from "./textarea";

/** Which class runs which kind. Plain stands last, as its marks fit all of them. */
const KINDS = {
  draft: DraftJs,
  lexical: Lexical,
  prosemirror: Prosemirror,
  quill: Quill,
  slate: Slate,
  plain: Plain,
} satisfies Record<EditorKind, new (root: HTMLElement) => Editor>;

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
  /** Follows what happens in it until the signal. */
  listen(signal: AbortSignal): void;
  /** Whether a node is what people type in, or inside it. */
  holds(node: Node): boolean;
  /** Whether what is typed now goes here. */
  hasFocus(): boolean;
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

/** The editor in an element; `null` when its marks are unknown and no description says which one it is. */
export function editorIn(box: HTMLElement, hint?: EditorKind): Editor | null {
  if (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) return new Textarea(box);
  for (const kind of Object.values(KINDS)) {
    const root = fitting(box, kind.marks);
    if (root) return new (kind === Plain && hint ? KINDS[hint] : kind)(root);
  }
  return null;
}

function fitting(box: HTMLElement, marks: string): HTMLElement | null {
  return box.matches(marks) ? box : box.querySelector<HTMLElement>(marks);
}
