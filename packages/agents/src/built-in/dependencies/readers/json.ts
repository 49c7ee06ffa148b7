import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { Unreadable } from "./reading.ts";

/** A property of a JSON object, with the line its key stands on. */
export interface Property {
  readonly name: string;
  readonly value: Node;
  readonly line: number;
}

/** A JSON document that knows its lines. */
export interface JsonDocument {
  readonly root: Node | null;
  /** The properties of the object under a path of keys; none when there is no object. */
  properties(...path: readonly string[]): readonly Property[];
  lineOf(node: Node): number;
}

export function readJson(text: string): JsonDocument {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true }) ?? null;
  const [first] = errors;
  const lines = lineIndex(text);
  if (first !== undefined) {
    const line = lines(first.offset);
    throw new Unreadable(`line ${line}: ${printParseErrorCode(first.error)}`);
  }
  const lineOf = (node: Node) => lines(node.offset);
  const properties = (...path: readonly string[]) => propertiesOf(valueAt(root, path), lineOf);
  return { root, properties, lineOf };
}

/** The text of a string node, null for anything else. */
export function stringOf(node: Node | null | undefined): string | null {
  return node?.type === "string" ? String(node.value) : null;
}

function valueAt(root: Node | null, path: readonly string[]): Node | null {
  return path.reduce<Node | null>((node, name) => {
    if (node?.type !== "object") return null;
    const found = node.children?.findLast((child) => child.children?.[0]?.value === name);
    return found?.children?.[1] ?? null;
  }, root);
}

function propertiesOf(node: Node | null, lineOf: (node: Node) => number): readonly Property[] {
  if (node?.type !== "object") return [];
  return (node.children ?? []).flatMap((child) => {
    const [key, value] = child.children ?? [];
    if (key === undefined || value === undefined) return [];
    return [{ name: String(key.value), value, line: lineOf(key) }];
  });
}

/** From offsets to 1-based lines, by bisection. */
function lineIndex(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
