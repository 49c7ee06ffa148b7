import { join } from "node:path";
import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import type { KeptReport } from "@swarm-actions/swarm";
import type { EarlierResult } from "../shared/earlier-result.ts";
import type { CollectInputs } from "./collect-inputs.ts";
import { leaveFiles } from "./keep-files.ts";
import { tellCoverage, tellFailed, tellFigures } from "./tell-ending.ts";

const outputs = [
  ["report.json", "result"],
  ["results.jsonl", "results"],
  ["swarm.html", "report"],
  ["review.sarif", "sarif"],
  ["audit.jsonl", "audit-log"],
] as const;

/**
 * Concludes as an earlier attempt did, from the one artifact that it left: all of its work is done, its
 * board is gone, and only this job, or one beside it, was run again.
 */
export async function tellAgain(
  kit: Kit,
  inputs: Pick<CollectInputs, "key" | "min-coverage" | "fail-on-failed">,
  { attempt, artifact, report, files }: EarlierResult,
): Promise<Conclusion> {
  const folder = join(kit.environment.temporary, `swarm-actions-${inputs.key}`);
  const left = outputs.flatMap(([name, output]) => {
    const content = files[name];
    return content === null ? [] : [{ name, output, content }];
  });
  await leaveFiles(kit, folder, left);
  tellCoverage(kit, report);
  tellFigures(kit, report);
  kit.output("artifact", artifact);
  kit.output("outcome", report.outcome);
  kit.output("epoch", Math.max(0, report.rounds - 1));
  kit.output("matrix", "");
  kit.summary.add(describe(report, attempt));
  tellMissing(kit, report);
  tellFailed(kit, report.coverage, inputs["fail-on-failed"]);
  const { judgeCoverage } = await import("@swarm-actions/swarm");
  const { isEnough } = judgeCoverage(report.coverage, inputs["min-coverage"] ?? 100);
  const isFailed = inputs["fail-on-failed"] && report.coverage.failed.length > 0;
  return isEnough && !isFailed ? "passed" : "failed";
}

function tellMissing(kit: Kit, { outcome, reason }: KeptReport): void {
  if (reason === null) return;
  const text = `${reason} What would add them is gone from the run: re-run all jobs.`;
  kit.annotate({ level: "error", title: `Swarm ${outcome}`, text });
}

function describe({ outcome, coverage: { tasks, done, failed } }: KeptReport, attempt: number) {
  return [
    `## Swarm: ${outcome}`,
    "",
    `Attempt ${attempt} of this run came to this result, and its artifact still holds it: ${done} of ${tasks} tasks have a result, ${failed.length} of them failed. No job that would change it was run again.`,
  ].join("\n");
}
