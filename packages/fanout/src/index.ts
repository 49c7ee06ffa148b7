export { type ArtifactBoardOptions, createArtifactBoard } from "./boards/artifact-board.ts";
export { cleanBoard, collectBoard } from "./boards/collect-board.ts";
export { createFolderBoard } from "./boards/folder-board.ts";
export { findPlan, findPlans, publishPlan, type SwarmOnBoard } from "./boards/plans.ts";
export { type LocalOutcome, type LocalSwarm, runLocally } from "./local/run-locally.ts";
export type { SwarmProgress, WorkerProgress } from "./local/swarm-progress.ts";
export type { WorkerExit, WorkerProgram } from "./workers/start-worker.ts";
export { readWorkerCall, type WorkerCall } from "./workers/worker-call.ts";
