// The clipboard, which browsers open to a page only right behind a person's press.

/** Answers whether the text is on the clipboard now. */
export async function copies(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
