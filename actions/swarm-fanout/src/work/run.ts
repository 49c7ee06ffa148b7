import type { Conclusion, Kit } from "@swarm-actions/action-kit";
import { CodedError } from "@swarm-actions/core";
import type { SwarmPlan, WorkerReport } from "@swarm-actions/swarm";
import { workInputs } from "../inputs/declared.ts";
import { openBoard } from "../shared/board.ts";
import { type EarlierResult, earlierResult, nullWithoutPlan } from "../shared/earlier-result.ts";
import { jobStart } from "../shared/job-start.ts";
import { swarmKey } from "../shared/swarm-key.ts";
import { makeRunner } from "./make-runner.ts";
import { meshOf } from "./mesh-of.ts";
import { type WorkCount, watchRunner } from "./watch-runner.ts";

/**
 * One worker of the matrix: does what the plan gives it, and what it can take over. That tasks failed is
 * for whoever collects to judge; red is a worker that could not work.
 */
export async function work(kit: Kit): Promise<Conclusion> {
  const { worker, epoch, group, ...inputs } = kit.inputs(workInputs);
  if (worker === null) throw noWorker();
  const startedAt = await jobStart(kit.environment);
  const { runWorker } = await import("@swarm-actions/fanout");
  const swarm = await openBoard(kit, swarmKey(inputs.key, group));
  const count: WorkCount = { done: 0, failed: 0 };
  try {
    const report = await kit.stage("Work", () =>
      runWorker({
        ...swarm,
        epoch: epoch ?? 0,
        worker,
        startedAt,
        mesh: meshOf(inputs),
        onTrouble: (text) => kit.annotate({ level: "warning", title: `Worker ${worker}`, text }),
        signal: kit.signal,
        makeRunner: async (plan) => {
          refuseStranger(plan, worker);
          return watchRunner(await makeRunner(kit, inputs, plan), kit, count);
        },
      }).catch(nullWithoutPlan),
    );
    if (report === null) return tellNothingLeft(kit, await earlierResult(kit, inputs.key));
    kit.summary.add(describe(report, count));
    return "passed";
  } finally {
    kit.output("done", count.done);
    kit.output("failed", count.failed);
  }
}

function describe({ worker, spans, claims, conflicts, steals }: WorkerReport, count: WorkCount) {
  const failed = count.failed === 0 ? "" : `, ${count.failed} of them failed`;
  const taken = steals === 0 ? "" : ` ${steals} of them were taken over from others.`;
  return [
    `### Worker ${worker}: ${count.done} tasks${failed}`,
    "",
    `${spans.length} blocks, ${claims} claims, of which ${conflicts} came too late.${taken}`,
  ].join("\n");
}

/** @throws CodedError `board/no-plan` where something was left, and nothing of the plan is there any more */
async function tellNothingLeft(
  kit: Kit,
  { attempt, report: { key, coverage } }: EarlierResult,
): Promise<Conclusion> {
  if (coverage.missing.length > 0) {
    const { noPlan } = await import("@swarm-actions/fanout");
    throw noPlan(key);
  }
  const text = `Attempt ${attempt} of this run did all tasks. To do them again, re-run all jobs.`;
  kit.annotate({ level: "notice", title: "Nothing left to do", text });
  return "passed";
}

function noWorker(): CodedError {
  return new CodedError("swarm/no-worker", 'input "worker" does not say which worker this is', {
    fix: `Write "worker: \${{ matrix.worker }}" under "with:", and give the job the matrix of the plan.`,
    place: "with: worker",
  });
}

/** A matrix that is older than the plan, or was written by hand. */
function refuseStranger({ lists, key, epoch }: SwarmPlan, worker: number): void {
  if (worker < lists.length) return;
  const what = `the plan of ${key}, round ${epoch}, has ${lists.length} workers, and this is worker ${worker}`;
  throw new CodedError("swarm/no-such-worker", what, {
    fix: "Give the job the matrix that the plan's job, or the last `collect`, has as its output `matrix`, and the same `epoch`.",
    place: "with: worker",
  });
}
