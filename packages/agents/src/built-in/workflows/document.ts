import { type Document, isAlias, isNode, LineCounter, type Node, parseDocument, visit } from "yaml";

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
export const maxDocumentLength = 512 * 1024;

/** Null when the text is too large, or nested too deeply, to be read at all. */
export function readDocument(text: string): WorkflowDocument | null {
  if (text.length > maxDocumentLength) return null;
  const lines = new LineCounter();
  const yaml = parseLeniently(text, lines);
  if (yaml === null) return null;
  const anchors = anchorsOf(yaml);
  const resolve = (node: unknown): Node | null => {
    if (isAlias(node)) return anchors.get(node.source) ?? null;
    return isNode(node) ? node : null;
  };
  return {
    text,
    yaml,
    root: resolve(yaml.contents),
    lineAt: (at) => lines.linePos(at).line,
    resolve,
  };
}

function parseLeniently(text: string, lineCounter: LineCounter): Document | null {
  try {
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "silent",
    });
  } catch (error) {
    // The parser recurses, so thousands of nested brackets overflow the stack.
    if (error instanceof RangeError) return null;
    throw error;
  }
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
