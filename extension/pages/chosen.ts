// What a person has chosen last. It is shown until it comes back as stored: older states arrive in between, and one that
// undid the choice on the screen would swallow the next press.

export class Chosen<Value> {
  #value: Value | null = null;
  #isStored = false;
  #choices = 0;

  /** Keeps `value` on the screen; `storing` says in the end whether it is stored. */
  async choose(value: Value, storing: Promise<boolean>): Promise<void> {
    this.#value = value;
    this.#isStored = false;
    this.#choices += 1;
    const choice = this.#choices;
    const isStored = await storing;
    if (choice !== this.#choices) return;
    this.#isStored = isStored;
    if (!isStored) this.#value = null;
  }

  /** What to show where the latest news is that this is stored. */
  over(stored: Value): Value {
    if (this.#isStored && this.#value === stored) this.#value = null;
    return this.#value ?? stored;
  }
}
