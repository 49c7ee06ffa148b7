export type { Program, ProgramSetup } from "./runners/program/program.ts";
export { createProgramRunner } from "./runners/program/program-runner.ts";
export { findTasks, type SourceRequest, type SourceSetup } from "./sources/find-tasks.ts";
export type { FoundTasks } from "./sources/task-source.ts";
