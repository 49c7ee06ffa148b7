/** Replaces secret values by `***`, in the shapes in which a runner looks for them. */
export class SecretMasker {
  readonly #values = new Set<string>();
  readonly #shapes = new Set<string>();

  /** The values that are hidden, as they were given. */
  get values(): readonly string[] {
    return [...this.#values];
  }

  /** Remembers a value and each of its lines. */
  add(value: string): void {
    if (value.trim() === "") return;
    this.#values.add(value);
    for (const part of [value, ...value.split(/\r?\n/)])
      if (part.trim() !== "") for (const shape of shapesOf(part)) this.#shapes.add(shape);
  }

  mask(text: string): string {
    // The longest first, so that nothing of it stays where a shorter one lies within it.
    const shapes = [...this.#shapes].sort((a, b) => b.length - a.length);
    return shapes.reduce((masked, shape) => masked.replaceAll(shape, "***"), text);
  }
}

function shapesOf(value: string): string[] {
  const bytes = Buffer.from(value);
  // Within other text that is encoded, a value may begin at any of three places of a group of four.
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64"),
  );
  const inner = encoded.map((text, shift) =>
    text.slice(shift === 0 ? 0 : 4).replace(/.{0,2}=*$/, ""),
  );
  const json = JSON.stringify(value).slice(1, -1);
  const all = [value, json, encodeURIComponent(value.toWellFormed()), ...encoded.slice(0, 1)];
  return [...all, ...inner.filter((text) => text.length >= 8)].filter((text) => text !== "");
}
