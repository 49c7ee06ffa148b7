import { setImmediate } from "node:timers/promises";
import type {
  Agent,
  ChangedFile,
  Remark,
  ReviewTask,
  RuleDoc,
  SkippedHunk,
  TaskFile,
} from "@swarm-actions/review";
import { cutPerFile } from "./cut-per-file.ts";
import type { Observation } from "./observation.ts";

export type { Observation };

/** One rule: its document, and the function that finds what it documents. */
export interface Rule {
  readonly doc: RuleDoc;
  /** All rules of an agent get the same task object, so that they can share what they work out. */
  check(
    task: ReviewTask,
    signal: AbortSignal,
  ): Iterable<Observation> | Promise<Iterable<Observation>>;
}

export interface BuiltInAgent extends Agent {
  readonly rules: readonly RuleDoc[];
}

export interface BuiltInDefinition {
  readonly name: string;
  readonly rules: readonly Rule[];
  covers(file: ChangedFile): boolean;
  /** See `Agent`. */
  prepare?(): void;
  /** Values met in the task, found by whatever rule, that must not leave the process. */
  confidential?(task: ReviewTask, signal: AbortSignal): Promise<readonly string[]>;
  /** Why a file in scope is not read after all, for example its size; null when it is read. */
  skips?(file: TaskFile): string | null;
}

/** Makes an agent of a list of rules. Its provider is itself; it judges its rules' categories. */
export function defineBuiltIn(definition: BuiltInDefinition): BuiltInAgent {
  const { name, rules, covers, prepare } = definition;
  return {
    name,
    provider: name,
    weight: 1,
    categories: [...new Set(rules.map((rule) => rule.doc.category))].sort(),
    // It knows its own rules alone: of what others see, its silence says nothing.
    silence: "missing",
    rules: rules.map((rule) => rule.doc),
    covers,
    ...(prepare === undefined ? {} : { prepare }),
    async review(task, signal) {
      const { read, skipped } = divide(task, definition);
      const remarks = await applyRules(rules, read, signal);
      const confidential = (await definition.confidential?.(read, signal)) ?? [];
      return { remarks, skipped, corrections: [], usage: null, confidential };
    },
  };
}

function divide(
  task: ReviewTask,
  { skips }: BuiltInDefinition,
): { read: ReviewTask; skipped: readonly SkippedHunk[] } {
  const skipped: SkippedHunk[] = [];
  const files = task.files.filter((file) => {
    const reason = skips?.(file) ?? null;
    if (reason === null) return true;
    for (const hunk of file.hunks) skipped.push({ path: file.diff.path, hunk, reason });
    return false;
  });
  return { read: { ...task, files }, skipped };
}

async function applyRules(
  rules: readonly Rule[],
  task: ReviewTask,
  signal: AbortSignal,
): Promise<readonly Remark[]> {
  const remarks: Remark[] = [];
  for (const rule of rules) {
    // Lets the clock of a time limit run between rules, which do not wait for anything themselves.
    await setImmediate();
    signal.throwIfAborted();
    const seen = [...(await rule.check(task, signal))];
    remarks.push(...cutPerFile(seen, rule.doc).map((one) => remarkOf(rule.doc, one)));
  }
  return remarks;
}

function remarkOf(doc: RuleDoc, seen: Observation): Remark {
  return {
    place: seen.place,
    severity: seen.severity ?? doc.severity,
    category: doc.category,
    rule: doc.id,
    message: seen.message,
    confidence: seen.confidence ?? 0.9,
    ...(seen.suggestion === undefined ? {} : { suggestion: seen.suggestion }),
  };
}
