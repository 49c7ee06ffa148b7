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
  const json = JSON.stringify(value).slice(1, -1);
  const shapes = [value, json, encodeURIComponent(value.toWellFormed()), ...base64Shapes(value)];
  return shapes.filter((shape) => shape !== "");
}

/**
 * Within other text that is encoded, a value begins at any of three places of a group of four. Only
 * groups that are its own can be looked for, and enough of them that nothing else is hidden.
 */
function base64Shapes(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const whole = padded.subarray(shift === 0 ? 0 : 3, padded.length - (padded.length % 3));
    return whole.length < 6 ? [] : [whole.toString("base64")];
  });
}
