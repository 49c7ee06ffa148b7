import { startAction } from "@swarm-actions/action-kit";
import { run } from "./run.ts";

// A swarm that is one job starts its workers by this very program.
if (process.env.SWARM_WORKER === undefined) await startAction(run);
else {
  const { runAsWorker } = await import("./whole/worker.ts");
  process.exitCode = await runAsWorker(process.env);
}
