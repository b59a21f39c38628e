// A field of a page that is saved while it is typed in.

export class SavedField {
  readonly input: HTMLInputElement | HTMLTextAreaElement;
  /** What was typed and has not come back as stored yet. Older states arrive in between, also once the field is left. */
  #typed: string | null = null;

  constructor(input: HTMLInputElement | HTMLTextAreaElement, save: (typed: string) => void) {
    this.input = input;
    input.addEventListener("input", () => {
      this.#typed = input.value;
      save(input.value);
    });
  }

  /** Shows what is stored, except where the person is typing or has typed something newer. */
  show(stored: string): void {
    if (this.#typed !== null && plain(this.#typed) === plain(stored)) this.#typed = null;
    // A field keeps the focus when another window is in front.
    const isWritten = document.activeElement === this.input && document.hasFocus();
    if (this.input.disabled || !(isWritten || this.#typed !== null)) this.input.value = stored;
  }
}

/** A text as it is stored: without empty lines and spaces at the ends. */
function plain(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join("\n");
}
