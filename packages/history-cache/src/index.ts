export { type OpenHistory, openHistory } from "./open-history.ts";
export type { RunFacts } from "./run-facts.ts";
