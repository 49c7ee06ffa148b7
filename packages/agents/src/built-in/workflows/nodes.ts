import { isMap, isScalar, isSeq, type Node, type Scalar, visit } from "yaml";
import type { WorkflowDocument } from "./document.ts";

/** A key with its value, both resolved; the value is null where YAML has nothing. */
export interface Entry {
  readonly name: string;
  readonly key: Scalar;
  readonly value: Node | null;
}

/** The entries of a mapping, in order; none when the node is not a mapping. */
export function entriesOf(document: WorkflowDocument, node: Node | null): readonly Entry[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const resolved = document.resolve(key);
    if (!isScalar(resolved)) return [];
    return [{ name: String(resolved.value), key: resolved, value: document.resolve(value) }];
  });
}

/** The entry of that name, null when there is none. */
export function entryOf(document: WorkflowDocument, node: Node | null, name: string): Entry | null {
  return entriesOf(document, node).find((entry) => entry.name === name) ?? null;
}

/** The value under a path of keys, null when any of them is missing. */
export function valueAt(
  document: WorkflowDocument,
  node: Node | null,
  ...path: readonly string[]
): Node | null {
  return path.reduce((at, name) => entryOf(document, at, name)?.value ?? null, node);
}

/** The items of a sequence, resolved; none when the node is not a sequence. */
export function itemsOf(document: WorkflowDocument, node: Node | null): readonly Node[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => document.resolve(item) ?? []);
}

/** The node when it is a scalar with a value, null for anything else. */
export function filledScalar(node: Node | null): Scalar | null {
  return isScalar(node) && node.value !== null ? node : null;
}

/** The text of a scalar, null for anything else. */
export function textOf(node: Node | null): string | null {
  const scalar = filledScalar(node);
  return scalar === null ? null : String(scalar.value);
}

/** The 1-based line on which a node begins; 1 when the parser does not know. */
export function lineOf(document: WorkflowDocument, node: Node): number {
  return document.lineAt(node.range?.[0] ?? 0);
}

/** Every scalar of the document, keys included, each once; aliases are not followed. */
export function scalarsOf(document: WorkflowDocument): readonly Scalar[] {
  const scalars: Scalar[] = [];
  visit(document.yaml, { Scalar: (_, scalar) => void scalars.push(scalar) });
  return scalars;
}
