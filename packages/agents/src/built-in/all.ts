import type { BuiltInAgent } from "./define.ts";
import { dependencies } from "./dependencies/index.ts";
import { hiddenText } from "./hidden-text/index.ts";
import { leftovers } from "./leftovers/index.ts";
import { migrations } from "./migrations/index.ts";
import { secrets } from "./secrets/index.ts";
import { size } from "./size/index.ts";
import { tests } from "./tests/index.ts";
import { workflows } from "./workflows/index.ts";

/** Every agent that needs nothing but the change, by name. */
export const builtInAgents: readonly BuiltInAgent[] = [
  dependencies,
  hiddenText,
  leftovers,
  migrations,
  secrets,
  size,
  tests,
  workflows,
];
