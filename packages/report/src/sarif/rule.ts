import type { PanelFinding, RuleDoc } from "@swarm-actions/review";
import type { ReportingDescriptor } from "sarif";
import { levels, problemSeverities, securityProperties } from "./level.ts";
import { sarifText } from "./text.ts";

/** The rule's name as SARIF sees it: GitHub stores at most 255 characters. */
export function ruleId({ rule }: PanelFinding): string {
  return sarifText(rule, 255);
}

/**
 * A rule with its help. GitHub grades alerts by their rule, so a rule is as grave as its gravest
 * finding.
 * @param worst the gravest finding of this rule.
 */
export function describeRule(worst: PanelFinding, doc: RuleDoc | undefined): ReportingDescriptor {
  const { category, severity } = worst;
  const id = ruleId(worst);
  const title = sarifText(doc?.title ?? id, 200);
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: sarifText(doc?.why ?? title, 1000) },
    help: helpOf(id, doc),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: [category],
      "problem.severity": problemSeverities[severity],
      ...securityProperties(category, severity),
    },
  };
}

function helpOf(id: string, doc: RuleDoc | undefined): { text: string; markdown: string } {
  if (doc === undefined) return { text: `Found by ${id}.`, markdown: `Found by ${id}.` };
  const { why, fix } = doc;
  return {
    text: sarifText(`${why}\n\n${fix}`),
    markdown: sarifText(`**Why it matters.** ${why}\n\n**What to do.** ${fix}`),
  };
}
