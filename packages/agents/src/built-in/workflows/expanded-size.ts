import { isMap, isPair, isSeq, type Node } from "yaml";

/**
 * How many nodes there are once every alias is written out; infinite for a cycle.
 * @param resolve gives the node itself, or what an alias stands for; null for neither.
 */
export function expandedSize(root: Node | null, resolve: (node: unknown) => Node | null): number {
  const sizes = new Map<Node, number>();
  const sizeOf = (node: unknown): number => {
    if (isPair(node)) return sizeOf(node.key) + sizeOf(node.value);
    const target = resolve(node);
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
  return sizeOf(root);
}
