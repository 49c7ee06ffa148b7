import type { BuiltInAgent } from "./define.ts";

/** Every agent that needs nothing but the change, by name. */
export const builtInAgents: readonly BuiltInAgent[] = [];
