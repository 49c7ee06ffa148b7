import type { Node } from "yaml";
import { faultAt, type Job, type Outline, textOf, valueAt } from "../outline.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

/**
 * Jobs of a matrix neither end nor wait for each other: one that fails must not take the others with it,
 * and a group that is the same for all of them, or for all callers, lets one run at a time.
 */
export const matrices: Rule = (outline) => [
  ...outline.jobs.flatMap((job) => [...endedByOthers(outline, job), ...waiting(outline, job)]),
  ...waitingCallers(outline),
];

function endedByOthers(outline: Outline, job: Job): readonly Fault[] {
  const strategy = strategyOf(outline, job);
  if (strategy === null || textOf(valueAt(strategy, "fail-fast")) === "false") return [];
  const message = `write fail-fast: false for ${job.id}: one that fails ends the others`;
  return [faultAt(outline, job.line, "matrices", message)];
}

function waiting(outline: Outline, job: Job): readonly Fault[] {
  const group = groupOf(outline, valueAt(job.entries, "concurrency"));
  if (group === null || strategyOf(outline, job) === null || /\bmatrix\./.test(group)) return [];
  const message = `put the matrix into the concurrency group of ${job.id}: its jobs wait for each other`;
  return [faultAt(outline, job.line, "matrices", message)];
}

/** Of a called workflow: its group has to tell runs apart, and the callers within a run. */
function waitingCallers(outline: Outline): readonly Fault[] {
  const isCalled = outline.triggers.some(({ name }) => name === "workflow_call");
  const concurrency = outline.entries.find(({ name }) => name === "concurrency");
  const group = groupOf(outline, concurrency?.value ?? null);
  if (!isCalled || concurrency === undefined || group === null) return [];
  if (/\bgithub\.run_id\b/.test(group) && /\binputs\./.test(group)) return [];
  const message = "put github.run_id and an input into the group: callers wait for each other";
  return [faultAt(outline, concurrency.line, "matrices", message)];
}

function strategyOf(outline: Outline, job: Job): ReturnType<Outline["entriesOf"]> | null {
  const strategy = outline.entriesOf(valueAt(job.entries, "strategy"));
  return valueAt(strategy, "matrix") === null ? null : strategy;
}

function groupOf(outline: Outline, concurrency: Node | null): string | null {
  return textOf(concurrency) ?? textOf(valueAt(outline.entriesOf(concurrency), "group"));
}
