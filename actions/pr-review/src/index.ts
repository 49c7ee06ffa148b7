import { startAction } from "@swarm-actions/action-kit";
import { run } from "./run.ts";

await startAction(run);
