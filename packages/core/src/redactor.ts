/** Shorter values would garble ordinary text. */
const shortestValue = 6;

/** One character of one or more values; they share their beginnings, as tokens of one issuer do. */
interface Node {
  readonly next: Map<string, Node>;
  ends: boolean;
}

/** Removes known secret values from text before it leaves the process. */
export class Redactor {
  readonly #root = createNode();

  /** Remembers a value, and each line of one that spans several. Under 6 characters it is ignored. */
  add(value: string | undefined): void {
    for (const line of value?.split(/\r?\n/) ?? []) this.#addLine(line.trim());
  }

  /** The text with every known value replaced by `***`. */
  redact(text: string): string {
    if (this.#root.next.size === 0) return text;
    let clean = "";
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const end = this.#endOfValue(text, at);
      if (end === null) continue;
      clean += `${text.slice(from, at)}***`;
      from = end;
      at = end - 1;
    }
    return clean + text.slice(from);
  }

  #addLine(line: string): void {
    if (line.length < shortestValue) return;
    let node = this.#root;
    for (const character of line.split("")) {
      const known = node.next.get(character) ?? createNode();
      node.next.set(character, known);
      node = known;
    }
    node.ends = true;
  }

  /** Where the longest value that begins at `at` ends, so that nothing of it stays. */
  #endOfValue(text: string, at: number): number | null {
    let end: number | null = null;
    let node: Node | undefined = this.#root;
    for (let next = at; node !== undefined; next++) {
      if (node.ends) end = next;
      node = node.next.get(text.charAt(next));
    }
    return end;
  }
}

function createNode(): Node {
  return { next: new Map(), ends: false };
}
