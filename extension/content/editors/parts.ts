// Several editors whose texts are one draft: the posts of a thread, the blocks of a block editor.

import { queryAll } from "../shadow";
import { type Editor, editorIn, type Replaced, type Selected } from "./editor";

/** An empty line, so that the checker does not read the end of one part into the beginning of the next. */
const GAP = "\n\n";

interface Part {
  readonly editor: Editor;
  readonly text: string;
  /** Where its text begins in the draft's. */
  readonly start: number;
}

export class Parts implements Editor {
  readonly root: HTMLElement;
  readonly #css: string;
  #parts: readonly Part[] = [];
  #signal: AbortSignal | null = null;

  /** `css` names the parts inside `root`, which is what surrounds them all. */
  constructor(root: HTMLElement, css: string) {
    this.root = root;
    this.#css = css;
  }

  listen(signal: AbortSignal): void {
    this.#signal = signal;
    for (const { editor } of this.#parts) editor.listen(signal);
  }

  holds(node: Node): boolean {
    return this.#parts.some(({ editor }) => editor.holds(node));
  }

  hasFocus(): boolean {
    return this.#parts.some(({ editor }) => editor.hasFocus());
  }

  read(): string {
    const known = new Map(this.#parts.map(({ editor }) => [editor.root, editor]));
    const editors = queryAll<HTMLElement>(this.root, this.#css).flatMap(
      (element) => known.get(element) ?? this.#editorIn(element) ?? [],
    );
    let start = 0;
    this.#parts = editors.map((editor) => {
      const part = { editor, text: editor.read(), start };
      start += part.text.length + GAP.length;
      return part;
    });
    return this.#parts.map(({ text }) => text).join(GAP);
  }

  rangeOf(start: number, end: number): Range | null {
    const part = this.#partOver(start, end);
    return part ? part.editor.rangeOf(start - part.start, end - part.start) : null;
  }

  selected(): Selected | null {
    for (const { editor, start } of this.#parts) {
      const inside = editor.selected();
      if (inside) return { anchor: inside.anchor + start, caret: inside.caret + start };
    }
    return null;
  }

  focus(selected: Selected | null): void {
    const part = (selected && this.#partOver(selected.caret, selected.caret)) ?? this.#parts[0];
    if (!part) return;
    const place = (offset: number) => Math.min(Math.max(offset - part.start, 0), part.text.length);
    part.editor.focus(selected && { anchor: place(selected.anchor), caret: place(selected.caret) });
  }

  async replace(expected: string, start: number, end: number, line: string): Promise<Replaced> {
    if (this.read() !== expected) return "changed-meanwhile";
    const part = this.#partOver(start, end);
    return part ? part.editor.replace(part.text, start - part.start, end - part.start, line) : "refused";
  }

  #editorIn(element: HTMLElement): Editor | null {
    const editor = editorIn(element);
    if (this.#signal) editor?.listen(this.#signal);
    return editor;
  }

  #partOver(start: number, end: number): Part | null {
    const fits = (part: Part) => part.start <= start && end <= part.start + part.text.length;
    return this.#parts.find(fits) ?? null;
  }
}
