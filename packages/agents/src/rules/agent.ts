import { type Agent, type AgentAnswer, pathMatcher, type ReviewTask } from "@swarm-actions/review";
import type { z } from "zod";
import { addedLines } from "../built-in/added-lines.ts";
import { Tally } from "../reported/tally.ts";
import { type Scope, scopeOf } from "../scope.ts";
import { applyRule, type CompiledRule } from "./apply.ts";
import type { RuleOptions, rulesOptions } from "./options.ts";
import { longestLine } from "./search.ts";

type RulesOptions = z.infer<typeof rulesOptions>;

/** An agent that looks for the organisation's own patterns on added lines. */
export function createRulesAgent(name: string, options: RulesOptions): Agent {
  const rules = options.rules.map((rule) => compile(name, rule));
  const scope = scopeOf(name, options, {
    categories: rules.map((rule) => rule.category),
    covers: ({ diff }) => diff.content === "text" && rules.some((rule) => rule.matches(diff.path)),
  });
  // Patterns of one's own say nothing about what others see.
  const silence = "missing";
  return { ...scope, silence, review: (task, signal) => review(rules, scope, task, signal) };
}

function compile(agent: string, rule: RuleOptions): CompiledRule {
  return {
    ...rule,
    fullId: `${agent}/${rule.id}`,
    expression: new RegExp(rule.pattern, rule.flags),
    matches: pathMatcher(rule),
  };
}

async function review(
  rules: readonly CompiledRule[],
  scope: Scope,
  task: ReviewTask,
  signal: AbortSignal,
): Promise<AgentAnswer> {
  const tally = new Tally();
  const files = task.files.filter((file) => scope.covers(file));
  const lines = files.flatMap(addedLines);
  const long = lines.filter(({ text }) => text.length > longestLine).length;
  tally.demoted(`only the first ${longestLine} characters of a line were searched`, long);
  const applied = [];
  for (const rule of rules) {
    const inScope = lines.filter(({ path }) => rule.matches(path));
    applied.push(await applyRule(rule, inScope, tally, signal));
  }
  return {
    remarks: applied.flatMap((one) => one.remarks),
    skipped: applied.flatMap((one) => one.skipped),
    corrections: tally.corrections(),
    usage: null,
  };
}
