export { type FetchRequest, fetchChange } from "./fetch-change.ts";
export { findDefaultBase } from "./find-base.ts";
export { type ChangeSource, changeFromDiff, readChange } from "./read-change.ts";
export { findRepository, openRepository, type Repository } from "./repository.ts";
