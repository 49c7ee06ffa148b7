import type { TaskRunner } from "@swarm-actions/swarm";
import type { WorkerEvent } from "./worker-event.ts";

/** A runner that tells what it does. */
export function tellingRunner(runner: TaskRunner, say: (event: WorkerEvent) => void): TaskRunner {
  return {
    ...runner,
    run: (tasks, tell, signal, mesh) => {
      say({ kind: "begun", tasks: tasks.map(({ key }) => key) });
      const retell: typeof tell = (result) => {
        tell(result);
        const { key, status, seconds } = result;
        say({ kind: "ended", task: key, status, seconds });
      };
      return runner.run(tasks, retell, signal, mesh);
    },
  };
}
