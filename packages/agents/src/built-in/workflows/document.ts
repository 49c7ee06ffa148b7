import { type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";
import { expandedSize } from "./expanded-size.ts";

/** A workflow or action file as YAML, with what is needed to say where each part stands. */
export interface WorkflowDocument {
  readonly text: string;
  readonly yaml: Document;
  readonly root: Node | null;
  /** 1-based line of an offset into `text`. */
  lineAt(offset: number): number;
  /** The node itself, or what an alias stands for; null for neither. */
  resolve(node: unknown): Node | null;
}

/** Larger than any real workflow; GitHub itself refuses files of this size. */
const maxDocumentLength = 512 * 1024;

/** Aliases written out, a small file can be endless. */
const maxNodes = 100_000;

/** Null when the text is too large, or nested too deeply, to be read at all. */
export function readDocument(text: string): WorkflowDocument | null {
  if (text.length > maxDocumentLength || isDeep(text)) return null;
  try {
    const document = parse(text);
    return expandedSize(document.root, document.resolve) > maxNodes ? null : document;
  } catch (error) {
    // The parser recurses, so thousands of nested brackets overflow the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Far more open brackets, or list items begun on one line, than anybody writes. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > 1000) return true;
  }
  return /^(?:[ \t]*[-?][ \t]){500}/m.test(text);
}

function parse(text: string): WorkflowDocument {
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const anchors = anchorsOf(yaml);
  const resolve = (node: unknown): Node | null => {
    if (isAlias(node)) return anchors.get(node.source) ?? null;
    return isNode(node) ? node : null;
  };
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  return { text, yaml, root: resolve(yaml.contents), lineAt, resolve };
}

function anchorsOf(yaml: Document): ReadonlyMap<string, Node> {
  const anchors = new Map<string, Node>();
  visit(yaml, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return anchors;
}
