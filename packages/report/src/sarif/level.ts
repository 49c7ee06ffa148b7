import type { Category, Severity } from "@swarm-actions/review";
import type { ReportingConfiguration } from "sarif";

type Level = NonNullable<ReportingConfiguration["level"]>;

/** How SARIF, and GitHub's list of alerts, grade each severity. */
export const levels: Readonly<Record<Severity, Level>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
};

/** GitHub's `problem.severity`, which sorts alerts that are not about security. */
export const problemSeverities: Readonly<Record<Severity, string>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "recommendation",
  info: "recommendation",
};

/** GitHub reads above 9 as critical, from 7 as high, from 4 as medium, above 0 as low. */
const securityScores: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: "0.5",
};

/** The properties of a rule that only alerts about security have. */
export function securityProperties(category: Category, severity: Severity): Record<string, string> {
  return category === "security" ? { "security-severity": securityScores[severity] } : {};
}
