import { outlineOf } from "../outline.ts";
import type { Fault, Source } from "../source.ts";
import { checkouts } from "./checkouts.ts";
import { declaredPermissions } from "./declared-permissions.ts";
import { leastPermissions } from "./least-permissions.ts";
import { matrices } from "./matrices.ts";
import { outputs } from "./outputs.ts";
import { pinnedActions } from "./pinned-actions.ts";
import type { Rule } from "./rule.ts";
import { scripts } from "./scripts.ts";
import { timeouts } from "./timeouts.ts";
import { triggers } from "./triggers.ts";

const rules: readonly Rule[] = [
  declaredPermissions,
  leastPermissions,
  pinnedActions,
  triggers,
  scripts,
  timeouts,
  matrices,
  checkouts,
  outputs,
];

/** What our own rules find in one source, by line. */
export function askOwnRules(source: Source, top: string): readonly Fault[] {
  const outline = outlineOf(source);
  return rules
    .flatMap((rule) => rule(outline, top))
    .sort((one, other) => one.line - other.line || (one.rule < other.rule ? -1 : 1));
}
