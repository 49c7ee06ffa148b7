import type { BuiltInAgent } from "./define.ts";
import { hiddenText } from "./hidden-text/index.ts";
import { secrets } from "./secrets/index.ts";
import { tests } from "./tests/index.ts";
import { workflows } from "./workflows/index.ts";

/** Every agent that needs nothing but the change, by name. */
export const builtInAgents: readonly BuiltInAgent[] = [hiddenText, secrets, tests, workflows];
