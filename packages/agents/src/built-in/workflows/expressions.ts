import type { Scalar } from "yaml";
import type { WorkflowDocument } from "./document.ts";

/** An expression between `${{` and `}}` in a scalar's source. */
export interface EmbeddedExpression {
  /** Without the fences, trimmed. */
  readonly text: string;
  /** Offsets of the fences into the document's text, the closing one included. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of the opening fence. */
  readonly line: number;
}

/** The expressions in a scalar, where they stand in the file. */
export function expressionsIn(
  document: WorkflowDocument,
  scalar: Scalar,
): readonly EmbeddedExpression[] {
  const [offset, end] = scalar.range ?? [0, 0];
  const source = document.text.slice(offset, end);
  const found: EmbeddedExpression[] = [];
  let at = source.indexOf("${{");
  while (at !== -1) {
    const close = closingFence(source, at + 3);
    if (close === -1) break;
    const text = source.slice(at + 3, close).trim();
    const start = offset + at;
    found.push({ text, start, end: offset + close + 2, line: document.lineAt(start) });
    at = source.indexOf("${{", close);
  }
  return found;
}

/** Quoted text may hold braces, so the fence that closes is the first one outside quotes. */
function closingFence(text: string, from: number): number {
  let quoted = false;
  for (let at = from; at < text.length - 1; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text[at] === "}" && text[at + 1] === "}") return at;
  }
  return -1;
}
