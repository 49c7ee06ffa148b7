import type { GatePolicy, Outgoing, TextKind } from "./model.ts";

/** What there is too much of. */
export function countFaults(texts: readonly Outgoing[], { maxTexts }: GatePolicy): string[] {
  const groups = Map.groupBy(texts, ({ kind }) => kind);
  return [...groups].flatMap(([kind, { length }]) => faultOf(kind, length, maxTexts[kind]));
}

function faultOf(kind: TextKind, count: number, most: number | undefined): string[] {
  if (most === undefined || count <= most) return [];
  return [`${count} texts of the kind ${kind}, and one run may write ${most}`];
}
