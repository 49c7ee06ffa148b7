import type { Category, Severity } from "@swarm-actions/review";
import type { Severities } from "../reported/severity.ts";
import type { SarifResult, SarifRule } from "./log.ts";

const categoryOfTag: ReadonlyMap<string, Category> = new Map([
  ["security", "security"],
  ["performance", "performance"],
  ["efficiency", "performance"],
  ["maintainability", "maintainability"],
  ["readability", "maintainability"],
  ["complexity", "maintainability"],
  ["documentation", "documentation"],
  ["correctness", "correctness"],
  ["suspicious", "correctness"],
  ["style", "style"],
]);

const confidenceOfPrecision: ReadonlyMap<string, number> = new Map([
  ["very-high", 0.95],
  ["high", 0.9],
  ["medium", 0.7],
  ["low", 0.5],
]);

/** How bad a result is: by its security score where the rule has one, otherwise by its level. */
export function severityOf(
  result: SarifResult,
  rule: SarifRule | undefined,
  severities: Severities,
): Severity {
  const score = securityScore(rule);
  if (score !== null) {
    return score >= 9 ? "critical" : score >= 7 ? "high" : score >= 4 ? "medium" : "low";
  }
  // Only a failure has a level; the other kinds inform.
  if (result.kind !== undefined && result.kind !== "fail") return severities.none;
  return severities[result.level ?? rule?.defaultConfiguration?.level ?? "warning"];
}

/** What kind of remark it is, where the rule's metadata or its name tells. */
export function categoryHint(
  name: string | undefined,
  rule: SarifRule | undefined,
): Category | undefined {
  if (securityScore(rule) !== null) return "security";
  const tags = rule?.properties?.tags ?? [];
  const group = (name ?? "").split("/").slice(0, -1);
  for (const tag of [...tags, ...group]) {
    const category = categoryOfTag.get(tag.toLowerCase());
    if (category !== undefined) return category;
  }
  return undefined;
}

export function confidenceOf(rule: SarifRule | undefined): number {
  return confidenceOfPrecision.get(rule?.properties?.precision ?? "") ?? 0.8;
}

function securityScore(rule: SarifRule | undefined): number | null {
  const score = rule?.properties?.["security-severity"];
  return score !== undefined && score > 0 && score <= 10 ? score : null;
}
