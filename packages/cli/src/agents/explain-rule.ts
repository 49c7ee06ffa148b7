import { builtInAgents } from "@swarm-actions/agents";
import { CodedError, nearest } from "@swarm-actions/core";
import { visible } from "@swarm-actions/display";
import type { RuleDoc, RuleExample } from "@swarm-actions/review";
import { createColors } from "picocolors";
import { wantsColor } from "../terminal.ts";

/** A rule's document as text. @throws CodedError `agents/unknown-rule` with the nearest known id */
export function explainRule(id: string): string {
  const rules = builtInAgents.flatMap((agent) => agent.rules);
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return describe(rule);
  const near = nearest(
    id,
    rules.map((one) => one.id),
  );
  throw new CodedError("agents/unknown-rule", `no built-in agent has a rule "${id}"`, {
    fix: near === null ? "`agents list` names all rules." : `Ask for "${near}".`,
  });
}

function describe(rule: RuleDoc): string {
  const paint = createColors(wantsColor(process.stdout));
  const [flagged, clean] = [rule.flagged[0], rule.clean[0]];
  return [
    `${paint.bold(rule.id)}  ${paint.dim(`${rule.severity}, ${rule.category}`)}`,
    rule.title,
    "",
    `${paint.bold("Why")}   ${rule.why}`,
    `${paint.bold("Fix")}   ${rule.fix}`,
    ...(flagged === undefined ? [] : ["", paint.red("Flagged"), ...show(flagged)]),
    ...(clean === undefined ? [] : ["", paint.green("Not flagged"), ...show(clean)]),
    "",
    paint.dim("In .github/swarm.yml:"),
    `  review:\n    rules:\n      ${rule.id}: off   # or a severity, or { paths: [...] }`,
    "",
  ].join("\n");
}

function show(example: RuleExample): string[] {
  const files = Object.entries(example.after).map(([path, content]) =>
    [
      `  ${visible(path)}`,
      ...visible(content)
        .trimEnd()
        .split("\n")
        .map((line) => `    │ ${line}`),
    ].join("\n"),
  );
  return [`  ${example.title}`, ...files];
}
