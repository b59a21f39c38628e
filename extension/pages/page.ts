// What every page of the extension starts with: its words in the browser's language, and its elements by id.

/** The message of that key in _locales, its placeholders filled in order. */
export function message(key: string, ...values: readonly (string | number)[]): string {
  return chrome.i18n.getMessage(key, values.map(String));
}

/** Fills in the words that the page's markup asks for by key. */
export function speak(): void {
  document.documentElement.lang = message("page_language");
  document.documentElement.dir = chrome.i18n.getMessage("@@bidi_dir");
  for (const element of document.querySelectorAll<HTMLElement>("[data-message]")) {
    element.textContent = message(element.dataset["message"] ?? "");
  }
}

/** The element of that id, which the page's markup has. */
export function find<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} #${id}; add it to its markup`);
  return found;
}

/** Writes a text where it is not written already, so that a screen reader does not say it twice. */
export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
