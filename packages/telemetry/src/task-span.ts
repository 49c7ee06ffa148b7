import { digest } from "@swarm-actions/core";
import type { TaskResult, WorkerResult } from "@swarm-actions/swarm";
import { conventions } from "./conventions.ts";
import type { RunFacts } from "./run-facts.ts";
import type { SpanData, SpanResult } from "./span.ts";
import { spanIdOf } from "./trace-ids.ts";
import { workerId } from "./worker-span.ts";

/** One task, as its worker timed it. The span has one name for all of them; the attribute has its own. */
export function taskSpan(
  done: WorkerResult,
  run: RunFacts,
  key: string,
  parentId: string,
): SpanData {
  const { result } = done;
  const came = resultOf(result);
  return {
    name: "task",
    kind: "internal",
    id: spanIdOf(run, `task ${key} ${result.key}`),
    parentId,
    startedAt: result.startedAt,
    endedAt: result.startedAt + Math.max(0, result.seconds) * 1000,
    attributes: {
      [conventions.ATTR_CICD_PIPELINE_TASK_NAME]: result.key,
      [conventions.ATTR_CICD_PIPELINE_TASK_RUN_ID]: `e${done.epoch}-${digest(result.key, 16)}`,
      [conventions.ATTR_CICD_PIPELINE_TASK_RUN_RESULT]: came,
      [conventions.ATTR_CICD_WORKER_ID]: workerId(done),
    },
    errorType: came === "success" ? null : (result.error?.code ?? came),
  };
}

function resultOf({ status, error }: TaskResult): SpanResult {
  if (status === "done") return "success";
  const code = error?.code ?? "";
  if (/timed-out|timeout/.test(code)) return "timeout";
  if (/cancel|stopped|interrupted/.test(code)) return "cancellation";
  return "failure";
}
