import type { CodedError } from "@swarm-actions/core";
import type { AgentReport, PanelMember } from "@swarm-actions/review";
import type { Json, Task, TaskError, TaskResult, TaskUsage } from "@swarm-actions/swarm";
import type { PanelOutput } from "./panel-output.ts";

/** What a panel said of a task, as its result. It has failed when nobody of those it was for could answer. */
export function concludePanel(
  { key }: Task,
  output: PanelOutput,
  startedAt: number,
  seconds: number,
): TaskResult {
  const error = errorOf(output.members.map(({ report }) => report));
  return {
    key,
    status: error === null ? "done" : "failed",
    output: output as unknown as Json,
    votes: [],
    error,
    startedAt,
    seconds,
    usage: usageOf(output.members),
  };
}

/** A task that this panel cannot do at all. */
export function refuseTask({ key }: Task, { code, message, fix }: CodedError, startedAt: number) {
  const seconds = Math.max(0, Date.now() - startedAt) / 1000;
  const error = { code, message, fix };
  return {
    key,
    status: "failed",
    output: null,
    votes: [],
    error,
    startedAt,
    seconds,
    usage: null,
  } as const;
}

function errorOf(reports: readonly AgentReport[]): TaskError | null {
  const failed = reports.filter(({ status }) => status !== "ok" && status !== "nothing-in-scope");
  const [first] = failed;
  if (first === undefined || reports.some(({ status }) => status === "ok")) return null;
  const names = failed.map(({ name }) => name).join(", ");
  return {
    code: "panel/no-answer",
    message: `none of its agents answered (${names}): ${first.error?.message ?? first.status}`,
    fix: first.error?.fix ?? "See what the agents report.",
  };
}

/** Summed; null when none bills. One unknown price makes the sum unknown. */
export function usageOf(members: readonly PanelMember[]): TaskUsage | null {
  const used = members.flatMap(({ report }) => report.usage ?? []);
  const [first, ...others] = used;
  if (first === undefined) return null;
  return others.reduce(
    (sum, one): TaskUsage => ({
      requests: sum.requests + one.requests,
      inputTokens: sum.inputTokens + one.inputTokens,
      outputTokens: sum.outputTokens + one.outputTokens,
      costUsd: sum.costUsd === null || one.costUsd === null ? null : sum.costUsd + one.costUsd,
    }),
    first,
  );
}
