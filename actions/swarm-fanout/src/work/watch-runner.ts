import type { Kit } from "@swarm-actions/action-kit";
import type { TaskResult, TaskRunner } from "@swarm-actions/swarm";

/** How many tasks a worker did so far. */
export interface WorkCount {
  done: number;
  failed: number;
}

/** A runner whose results are counted and said in the log. */
export function watchRunner(runner: TaskRunner, kit: Kit, count: WorkCount): TaskRunner {
  return {
    ...runner,
    run: (tasks, tell, signal, mesh) => {
      const retell = (result: TaskResult): void => {
        count.done++;
        if (result.status === "failed") count.failed++;
        kit.info(lineOf(result));
        tell(result);
      };
      return runner.run(tasks, retell, signal, mesh);
    },
  };
}

function lineOf({ key, status, seconds, error }: TaskResult): string {
  const what = error === null ? "" : `: ${error.code}: ${error.message.slice(0, 500)}`;
  return `${status === "done" ? "done  " : "failed"} ${key} (${seconds.toFixed(1)} s)${what}`;
}
