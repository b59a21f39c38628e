// A switch or a list of a page whose choice is saved at once.

import { Chosen } from "./chosen";

/** `Choice` are the values of a list's options; of a switch, `on` and `off`. */
export class SavedChoice<Choice extends string> {
  readonly #field: HTMLInputElement | HTMLSelectElement;
  readonly #onShown: (choice: Choice) => void;
  readonly #chosen = new Chosen<Choice>();
  #stored: Choice | null = null;

  /** `save` stores a choice, and answers whether that was done; where not, what is stored is shown again. */
  constructor(
    field: HTMLInputElement | HTMLSelectElement,
    save: (choice: Choice) => Promise<boolean>,
    onShown: (choice: Choice) => void = () => undefined,
  ) {
    this.#field = field;
    this.#onShown = onShown;
    field.addEventListener("change", async () => {
      const choice = this.#read();
      this.#onShown(choice);
      await this.#chosen.choose(choice, save(choice));
      this.#draw();
    });
  }

  /** Shows what is stored, except where something newer was chosen. */
  show(stored: Choice): void {
    this.#stored = stored;
    this.#draw();
  }

  #draw(): void {
    if (this.#stored === null) return;
    const choice = this.#chosen.over(this.#stored);
    if (this.#field instanceof HTMLInputElement) this.#field.checked = choice === "on";
    else this.#field.value = choice;
    this.#onShown(choice);
  }

  #read(): Choice {
    const field = this.#field;
    const choice = field instanceof HTMLInputElement ? (field.checked ? "on" : "off") : field.value;
    // The page's markup offers nothing else.
    return choice as Choice;
  }
}
