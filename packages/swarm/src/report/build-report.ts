import { CodedError } from "@swarm-actions/core";
import { billJobs } from "./bill-jobs.ts";
import { measureFigures } from "./measure-figures.ts";
import { mergeHealth } from "./merge-health.ts";
import type { ReportFacts } from "./report-facts.ts";
import { sumUsage } from "./sum-usage.ts";
import type { SwarmReport } from "./swarm-report.ts";

/**
 * What happened, with every figure measured from what the workers told: nothing is estimated, and what
 * nobody told is null.
 * @throws CodedError `report/no-plan` when there is no plan at all.
 */
export function buildReport(facts: ReportFacts): SwarmReport {
  const { collected, plans, digest, verdict, apiRequests, apiLimit = null } = facts;
  const first = plans[0];
  if (first === undefined) throw noPlan();
  const { outcome, reason, coverage, workers } = collected;
  const jobs = billJobs(facts.workersAre === "jobs" ? workers : [], facts.jobs);
  return {
    version: 1,
    key: first.key,
    topology: first.topology,
    mode: first.mode,
    plan: { digest, choice: first.choice },
    outcome,
    reason,
    coverage,
    rounds: plans.length,
    workers,
    jobs,
    providers: mergeHealth(workers),
    figures: measureFigures(facts, jobs),
    usage: sumUsage([...collected.results, ...collected.duplicates]),
    verdict,
    apiRequests,
    apiLimit,
  };
}

function noPlan(): CodedError {
  return new CodedError("report/no-plan", "a swarm without a plan has nothing to report", {
    fault: "internal",
    fix: "Give the plan of the first round.",
  });
}
