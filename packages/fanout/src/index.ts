export { type ArtifactBoardOptions, createArtifactBoard } from "./artifact-board.ts";
export { cleanBoard, collectBoard } from "./collect-board.ts";
export { createFolderBoard } from "./folder-board.ts";
export { findPlan, findPlans, publishPlan, type SwarmOnBoard } from "./plans.ts";
