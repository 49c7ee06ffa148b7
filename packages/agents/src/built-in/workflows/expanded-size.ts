import { isMap, isPair, isSeq, type Node } from "yaml";
import type { WorkflowDocument } from "./document.ts";

/** How many nodes the document has once every alias is written out; infinite for a cycle. */
export function expandedSize(document: WorkflowDocument): number {
  const sizes = new Map<Node, number>();
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    const target = document.resolve(node);
    if (target === null) return 1;
    const known = sizes.get(target);
    if (known !== undefined) return known;
    // Whoever meets this node again before its size is known has gone round a cycle.
    sizes.set(target, Number.POSITIVE_INFINITY);
    const items: readonly unknown[] = isMap(target) || isSeq(target) ? target.items : [];
    const size = items.reduce<number>((sum, item) => sum + sizeOf(item), 1);
    sizes.set(target, size);
    return size;
  };
  return sizeOf(document.root);
}
