import type { SwarmReport, WorkerResult } from "@swarm-actions/swarm";
import type { RunFacts } from "./run-facts.ts";
import { runSpan } from "./run-span.ts";
import type { SpanData } from "./span.ts";
import { taskSpan } from "./task-span.ts";
import { workerSpan, workerSpanId } from "./worker-span.ts";

/** More spans of tasks than these tell nobody more, and collectors charge for each. */
const mostTasks = 2000;

/**
 * The swarm as spans: the run, in it the workers, in them their tasks. Of many tasks only those that
 * failed and those that lasted longest are there; the run says how many were left out.
 */
export function swarmSpans(
  report: SwarmReport,
  results: readonly WorkerResult[],
  run: RunFacts,
): readonly SpanData[] {
  const root = runSpan(report, run);
  if (root === null) return [];
  const { key, workers } = report;
  const shown = worthTelling(results);
  const ids = new Set(workers.map((worker) => workerSpanId(run, key, worker)));
  const parentOf = (done: WorkerResult): string => {
    const worker = workerSpanId(run, key, done);
    return ids.has(worker) ? worker : root.id;
  };
  const leftOut = results.length - shown.length;
  const attributes = { ...root.attributes, "swarm.tasks.left_out": leftOut };
  return [
    leftOut === 0 ? root : { ...root, attributes },
    ...workers.map((worker) => workerSpan(worker, run, key, root.id)),
    ...shown.map((done) => taskSpan(done, run, key, parentOf(done))),
  ];
}

function worthTelling(results: readonly WorkerResult[]): readonly WorkerResult[] {
  if (results.length <= mostTasks) return results;
  return results
    .toSorted(
      (a, b) =>
        Number(a.result.status === "done") - Number(b.result.status === "done") ||
        b.result.seconds - a.result.seconds,
    )
    .slice(0, mostTasks);
}
