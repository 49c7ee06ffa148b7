import type { BuiltInAgent } from "./define.ts";
import { secrets } from "./secrets/index.ts";
import { tests } from "./tests/index.ts";

/** Every agent that needs nothing but the change, by name. */
export const builtInAgents: readonly BuiltInAgent[] = [secrets, tests];
