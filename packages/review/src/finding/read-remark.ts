import { cutText } from "@swarm-actions/core";
import { cleanText, maxMessageLength } from "./clean-text.ts";
import { type Category, categories, type Remark, type Severity, severities } from "./model.ts";
import { normaliseRuleId } from "./rule-id.ts";
import type { CorrectionTally } from "./tally.ts";

/** A remark but for its place and suggestion, which only the diff can judge. */
export type RemarkBody = Omit<Remark, "place" | "suggestion">;

/**
 * Reads the body of a remark of unknown shape. What can be mended is mended and counted; a remark
 * that says nothing is dropped.
 * @returns null for a dropped remark.
 */
export function readRemarkBody(
  agent: string,
  raw: Readonly<Record<string, unknown>>,
  tally: CorrectionTally,
): RemarkBody | null {
  const message = readMessage(raw.message, tally);
  if (message === "") {
    tally.add("dropped", "the message is missing");
    return null;
  }
  return {
    message,
    severity: readSeverity(raw.severity, tally),
    category: readCategory(raw.category, tally),
    rule: readRule(agent, raw.rule, tally),
    confidence: readConfidence(raw.confidence, tally),
  };
}

function readMessage(raw: unknown, tally: CorrectionTally): string {
  if (typeof raw !== "string") return "";
  const clean = cleanText(raw.slice(0, 8 * maxMessageLength));
  if (clean.length > maxMessageLength) tally.add("demoted", "the message was too long");
  return cutText(clean, maxMessageLength);
}

/** What cannot be read as a severity cannot claim a high one. */
function readSeverity(raw: unknown, tally: CorrectionTally): Severity {
  const known = severities.find((severity) => severity === fold(raw));
  if (known === undefined) tally.add("demoted", "the severity is unknown");
  return known ?? "low";
}

function readCategory(raw: unknown, tally: CorrectionTally): Category {
  const known = categories.find((category) => category === fold(raw));
  if (known === undefined) tally.add("demoted", "the category is unknown");
  return known ?? "maintainability";
}

function readRule(agent: string, raw: unknown, tally: CorrectionTally): string {
  const rule = normaliseRuleId(agent, raw);
  if (rule !== raw) tally.add("demoted", "the rule id was malformed");
  return rule;
}

function readConfidence(raw: unknown, tally: CorrectionTally): number {
  const number = typeof raw === "number" && !Number.isNaN(raw) ? raw : 0.5;
  const confidence = Math.min(1, Math.max(0, number));
  if (confidence !== raw) tally.add("demoted", "the confidence was not between 0 and 1");
  return confidence;
}

function fold(raw: unknown): unknown {
  return typeof raw === "string" ? raw.trim().toLowerCase() : raw;
}
