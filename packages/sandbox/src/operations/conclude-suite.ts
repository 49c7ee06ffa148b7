import type { CheckSuite } from "../state/model.ts";

/** From the worst to the best. */
const conclusions = [
  "failure",
  "timed_out",
  "cancelled",
  "action_required",
  "stale",
  "neutral",
  "success",
  "skipped",
];

/** What the runs of a suite come to. */
export function concludeSuite({ runs }: CheckSuite): {
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
} {
  if (runs.length === 0 || runs.every(({ status }) => status === "queued")) {
    return { status: "queued", conclusion: null };
  }
  if (runs.some(({ status }) => status !== "completed")) {
    return { status: "in_progress", conclusion: null };
  }
  const found = conclusions.find((word) => runs.some(({ conclusion }) => conclusion === word));
  return { status: "completed", conclusion: found ?? "success" };
}
