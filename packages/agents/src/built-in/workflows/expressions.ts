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
  const [start, end] = scalar.range ?? [0, 0];
  const found: EmbeddedExpression[] = [];
  let at = document.text.indexOf("${{", start);
  while (at !== -1 && at < end) {
    const close = closingFence(document.text, at + 3, end);
    if (close === -1) break;
    const text = document.text.slice(at + 3, close).trim();
    found.push({ text, start: at, end: close + 2, line: document.lineAt(at) });
    at = document.text.indexOf("${{", close);
  }
  return found;
}

/** Quoted text may hold braces, so the fence that closes is the first one outside quotes. */
function closingFence(text: string, from: number, end: number): number {
  let quoted = false;
  for (let at = from; at < end - 1; at++) {
    if (text[at] === "'") quoted = !quoted;
    else if (!quoted && text[at] === "}" && text[at + 1] === "}") return at;
  }
  return -1;
}
