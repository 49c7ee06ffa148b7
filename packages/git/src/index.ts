export { type FetchRequest, fetchChange } from "./fetch-change.ts";
export { findDefaultBase } from "./find-base.ts";
export { holdsFiles } from "./holds-files.ts";
export { listTrackedFiles } from "./list-tracked-files.ts";
export { type ChangeSource, changeFromDiff, readChange } from "./read-change.ts";
export { readFileAt } from "./read-file-at.ts";
export { type Origin, readOrigin } from "./read-origin.ts";
export { findRepository, openRepository, type Repository } from "./repository.ts";
