import type { Diagnosis } from "./diagnose.ts";
import type { WorkflowDocument } from "./document.ts";

/** What was found after the change and not before it, one fault a line. */
export function freshFaults(
  after: WorkflowDocument,
  found: readonly Diagnosis[],
  before: WorkflowDocument | null,
  old: readonly Diagnosis[],
): readonly Diagnosis[] {
  const known = before === null ? new Map<string, number>() : tally(before, old);
  return oneALine(found.filter((fault) => !takeFrom(known, keyOf(after, fault))));
}

/** The service often says the same twice in other words; an error outweighs a warning. */
function oneALine(faults: readonly Diagnosis[]): readonly Diagnosis[] {
  const kept = new Map<number, Diagnosis>();
  for (const fault of faults) {
    const known = kept.get(fault.line);
    const worse = known?.severity === "warning" && fault.severity === "error";
    if (known === undefined || worse) kept.set(fault.line, fault);
  }
  return [...kept.values()];
}

function keyOf({ text }: WorkflowDocument, { line, message }: Diagnosis): string {
  return `${message}\n${text.split("\n")[line - 1]?.trim() ?? ""}`;
}

function tally(document: WorkflowDocument, faults: readonly Diagnosis[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fault of faults) {
    const key = keyOf(document, fault);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function takeFrom(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0;
  counts.set(key, left - 1);
  return left > 0;
}
