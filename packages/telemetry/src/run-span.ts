import type { SwarmReport } from "@swarm-actions/swarm";
import { conventions } from "./conventions.ts";
import type { RunFacts } from "./run-facts.ts";
import type { SpanData, SpanResult } from "./span.ts";
import { spanIdOf } from "./trace-ids.ts";

/** The whole swarm, as one run of its pipeline; null when nobody told any time. */
export function runSpan(report: SwarmReport, run: RunFacts): SpanData | null {
  const { workers, key } = report;
  const starts = workers.map(({ startedAt, readyAt }) => startedAt ?? readyAt);
  if (run.startedAt !== null) starts.push(run.startedAt);
  if (starts.length === 0) return null;
  const startedAt = starts.reduce((first, start) => Math.min(first, start));
  const { result, errorType } = resultOf(report);
  return {
    name: `${conventions.CICD_PIPELINE_ACTION_NAME_VALUE_RUN} ${run.pipeline}`,
    kind: "server",
    id: spanIdOf(run, `run ${key}`),
    parentId: null,
    startedAt,
    endedAt: workers.reduce((last, { at }) => Math.max(last, at), startedAt),
    attributes: {
      [conventions.ATTR_CICD_PIPELINE_NAME]: run.pipeline,
      [conventions.ATTR_CICD_PIPELINE_RUN_ID]: run.runId,
      ...(run.url === null ? {} : { [conventions.ATTR_CICD_PIPELINE_RUN_URL_FULL]: run.url }),
      [conventions.ATTR_CICD_PIPELINE_ACTION_NAME]: conventions.CICD_PIPELINE_ACTION_NAME_VALUE_RUN,
      [conventions.ATTR_CICD_PIPELINE_RESULT]: result,
      ...figuresOf(report),
    },
    errorType,
  };
}

/** Work that says no is a failure; work that was lost is an error. */
function resultOf({ outcome, coverage }: SwarmReport): {
  readonly result: SpanResult;
  readonly errorType: string | null;
} {
  if (coverage.tasks === 0) return { result: "skip", errorType: null };
  if (outcome !== "complete") return { result: "error", errorType: "tasks-missing" };
  if (coverage.failed.length > 0) return { result: "failure", errorType: "tasks-failed" };
  return { result: "success", errorType: null };
}

/** What the conventions have no name for. Unknown figures are left out. */
function figuresOf({ key, coverage, figures, usage, rounds }: SwarmReport): SpanData["attributes"] {
  const all = {
    "swarm.key": key,
    "swarm.rounds": rounds,
    "swarm.tasks": coverage.tasks,
    "swarm.tasks.failed": coverage.failed.length,
    "swarm.tasks.missing": coverage.missing.length,
    "swarm.rho": figures.rho,
    "swarm.lower_bound": figures.lowerBound,
    "swarm.overhead": figures.overhead,
    "swarm.billed_minutes": figures.billedMinutes,
    "swarm.runner_cost_usd": figures.costUsd,
    "swarm.model_cost_usd": usage?.costUsd ?? null,
  };
  const known = Object.entries(all).filter((entry): entry is [string, string | number] => {
    return entry[1] !== null;
  });
  return Object.fromEntries(known);
}
