import { buildReport, type JobTimes } from "@swarm-actions/swarm";
import type { BoardContent } from "./read-board.ts";

/** What jobs and models came to so far, in US dollars; null: nobody knows. */
export function spentUsd(
  { collected }: Pick<BoardContent, "collected">,
  workersAre: "jobs" | "processes",
  jobs: readonly JobTimes[],
): number | null {
  const [first] = collected.plans;
  const { figures, usage } = buildReport({
    plans: collected.plans.map(({ plan }) => plan),
    digest: first?.digest ?? "",
    collected,
    verdict: null,
    workersAre,
    jobs,
    runnerPrice: first?.plan.note?.runnerPrice ?? null,
    apiRequests: null,
  });
  const costs = [figures.costUsd, usage?.costUsd ?? null].filter((cost) => cost !== null);
  return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
}
