import type { Kit } from "@swarm-actions/action-kit";
import type { Collected, KeptReport } from "@swarm-actions/swarm";

/** Outputs that every round has. */
export function tellCoverage(kit: Kit, { coverage }: Pick<Collected, "coverage">): void {
  const { tasks, done, missing, failed } = coverage;
  kit.output("missing", missing.length);
  kit.output("failed", failed.length);
  kit.output("coverage", tasks === 0 ? "100" : percent(done, tasks));
}

/** Never rounded up to all of it. */
function percent(done: number, tasks: number): string {
  return (Math.floor((done / tasks) * 10_000) / 100).toString();
}

/** What the swarm took, and what was decided. */
export function tellFigures(kit: Kit, { figures, usage, verdict }: KeptReport): void {
  kit.output("rho", figures.rho === null ? "" : figures.rho.toFixed(3));
  const costs = [figures.costUsd, usage?.costUsd ?? null].filter((cost) => cost !== null);
  const cost = costs.reduce((sum, one) => sum + one, 0);
  kit.output("cost", costs.length === 0 ? "" : cost.toFixed(4));
  kit.output("verdict", verdict === null ? "" : JSON.stringify(shortVerdict(verdict)));
}

/**
 * Tasks that say no are named where people look first: it is their work that is wrong, not the swarm.
 * @param reasons why, by task, as far as it is known
 */
export function tellFailed(
  kit: Kit,
  { failed }: Pick<KeptReport["coverage"], "failed">,
  isError: boolean,
  reasons: ReadonlyMap<string, string> = new Map(),
): void {
  if (failed.length === 0) return;
  const named = failed.slice(0, 10).map((key) => {
    const why = reasons.get(key)?.slice(0, 300);
    return why === undefined ? key.slice(0, 200) : `${key.slice(0, 200)} (${why})`;
  });
  const more = failed.length > named.length ? `, and ${failed.length - named.length} more` : "";
  const again =
    "To do them again without a change, re-run all jobs: those that did them are green.";
  kit.annotate({
    level: isError ? "error" : "warning",
    title: failed.length === 1 ? "1 task failed" : `${failed.length} tasks failed`,
    text: `${named.join(", ")}${more}. ${again}`,
  });
}

/** Why tasks failed, by task. */
export function reasonsOf({ results }: Pick<Collected, "results">): ReadonlyMap<string, string> {
  const failed = results.flatMap(({ result: { key, error } }) =>
    error === null ? [] : [[key, error.message] as const],
  );
  return new Map(failed);
}

/** How many items got each label; an output is no place for more. */
function shortVerdict({ verdicts, applied }: NonNullable<KeptReport["verdict"]>) {
  const counts = new Map<string, number>();
  for (const { label } of verdicts) {
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const most = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 50);
  return {
    rule: applied,
    items: verdicts.length,
    undecided: verdicts.filter(({ label }) => label === null).length,
    labels: most.map(([label, count]) => ({ label: label.slice(0, 200), count })),
  };
}
