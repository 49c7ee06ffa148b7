/** Removes known secret values from text before it leaves the process. */
export class Redactor {
  readonly #values = new Set<string>();

  /** Values shorter than 6 characters are refused: redacting them would garble ordinary text. */
  add(value: string | undefined): void {
    if (value !== undefined && value.length >= 6) this.#values.add(value);
  }

  redact(text: string): string {
    let clean = text;
    for (const value of this.#longestFirst()) clean = clean.replaceAll(value, "***");
    return clean;
  }

  #longestFirst(): string[] {
    return [...this.#values].sort((a, b) => b.length - a.length);
  }
}
