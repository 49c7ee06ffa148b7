import { canonicalJson, compareText } from "@swarm-actions/core";
import type {
  AgentReport,
  Correction,
  PanelMember,
  Remark,
  ReviewTask,
  SkippedHunk,
} from "@swarm-actions/review";
import { usageOf } from "../runners/panel/conclude-panel.ts";
import type { PanelSeat } from "../runners/panel/panel-output.ts";

/** Who it is. */
type Identity = Omit<PanelSeat, "split">;

/**
 * What an agent said of several tasks, as one answer.
 * @param left hunks that it should have been asked about and was not
 */
export function combineMembers(
  { name, provider, weight, categories, silence }: Identity,
  said: readonly PanelMember[],
  left: readonly SkippedHunk[],
  whole: ReviewTask,
): PanelMember {
  const lacking = left.filter(({ isUnasked }) => isUnasked !== true);
  const status = statusOf(said, lacking.length > 0);
  const remarks = mergeRemarks(said);
  const own = new Set(said.flatMap((member) => member.coveredPaths));
  // Where others were asked about all of a file, the agent has nothing to do with it.
  const unasked = left.filter(({ isUnasked, path }) => isUnasked === true && own.has(path));
  const skipped = [...said.flatMap((member) => member.skipped), ...lacking, ...unasked];
  const isOk = status === "ok";
  return {
    name,
    provider,
    weight,
    categories,
    ...(silence && { silence }),
    coveredPaths: isOk ? coveredPaths(said, skipped, whole) : [],
    remarks: isOk ? remarks : [],
    skipped: isOk ? skipped : [],
    report: {
      name,
      provider,
      status,
      error: errorOf(said, status),
      durationMs: said.reduce((sum, { report }) => sum + report.durationMs, 0),
      findings: isOk ? remarks.length : 0,
      corrections: mergeCorrections(said.flatMap(({ report }) => report.corrections)),
      usage: usageOf(said),
    },
  };
}

/**
 * An agent that did some of its tasks worked, and left out the others. One that was given none because
 * they have no result failed, as nobody knows what it would have said.
 */
function statusOf(said: readonly PanelMember[], lacks: boolean): AgentReport["status"] {
  const statuses = said.map(({ report }) => report.status);
  if (statuses.includes("ok")) return "ok";
  const failure = statuses.find((status) => status !== "nothing-in-scope");
  if (failure !== undefined) return failure;
  return lacks ? "failed" : "nothing-in-scope";
}

function errorOf(said: readonly PanelMember[], status: AgentReport["status"]) {
  const told = said.find(({ report }) => report.error !== null)?.report.error ?? null;
  if (told !== null || status !== "failed") return told;
  return {
    code: "panel/task-missing",
    message: "the tasks that ask it have no result",
    fix: "See why their workers did not answer, and run the swarm again.",
  };
}

/** What it covered where it worked, and what it was to cover where it did not; in the change's order. */
function coveredPaths(
  said: readonly PanelMember[],
  skipped: readonly SkippedHunk[],
  { files }: ReviewTask,
): readonly string[] {
  const covered = new Set(said.flatMap((member) => member.coveredPaths));
  for (const { path } of skipped) covered.add(path);
  return [...new Set(files.map(({ diff }) => diff.path))].filter((path) => covered.has(path));
}

/** What is said of a file is said in each task that holds a part of it: once is enough. */
function mergeRemarks(said: readonly PanelMember[]): readonly Remark[] {
  const kept: Remark[] = [];
  const most = new Map<string, number>();
  for (const { remarks } of said) {
    const counts = new Map<string, number>();
    for (const remark of remarks) {
      const key = canonicalJson(remark);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= (most.get(key) ?? 0)) continue;
      most.set(key, count);
      kept.push(remark);
    }
  }
  return kept;
}

function mergeCorrections(all: readonly Correction[]): readonly Correction[] {
  const sums = new Map<string, Correction>();
  for (const { kind, reason, count } of all) {
    const key = `${kind} ${reason}`;
    sums.set(key, { kind, reason, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([a], [b]) => compareText(a, b)).map(([, correction]) => correction);
}
