import type { Claim, Edit } from "../reported/claim.ts";
import { categoryOf, type Reading } from "../reported/reading.ts";
import { ruleId } from "../reported/rule-id.ts";
import { artifactPaths } from "./artifact.ts";
import { categoryHint, confidenceOf, severityOf } from "./judge.ts";
import type { SarifResult, SarifRun } from "./log.ts";
import { messageText } from "./message.ts";
import { columnUnit, editOf, linesOf } from "./region.ts";
import { ruleName, type SarifRules } from "./rules.ts";

/** A result as a claim; null, and counted, when it does not count or says too little. */
export function claimOf(
  result: SarifResult,
  run: SarifRun,
  rules: SarifRules,
  reading: Reading,
): Claim | null {
  const silent = reasonToDrop(result);
  if (silent !== null) return drop(silent, reading);
  const rule = rules.find(result);
  const message = messageText(result.message, rule, rules);
  if (message === null) return drop("without-a-message", reading);
  const physical = result.locations?.find((one) => one.physicalLocation)?.physicalLocation;
  if (physical === undefined) return drop("without-a-place", reading);
  const paths = artifactPaths(physical.artifactLocation, run, reading.roots);
  if (paths.length === 0) return drop("outside-the-repository", reading);
  const unit = columnUnit(run);
  const lines = linesOf(physical.region, unit, reading.lines.find(paths)?.after);
  if (lines === "unknown") reading.tally.demoted("offset-without-the-text");
  const name = ruleName(result) ?? rule?.id;
  return {
    paths,
    side: "new",
    lines: lines === "unknown" ? null : lines,
    severity: severityOf(result, rule, reading.severities),
    category: categoryOf(categoryHint(name, rule), reading),
    rule: ruleId(reading.agent, name),
    message,
    confidence: confidenceOf(rule),
    edits: editsOf(result, paths, run, reading),
  };
}

function drop(reason: string, reading: Reading): null {
  reading.tally.dropped(reason);
  return null;
}

function reasonToDrop(result: SarifResult): string | null {
  const suppressions = result.suppressions ?? [];
  const accepted = suppressions.every(
    ({ status }) => status === undefined || status === "accepted",
  );
  if (suppressions.length > 0 && accepted) return "suppressed";
  if (result.baselineState === "unchanged" || result.baselineState === "absent") {
    return "in-the-baseline";
  }
  return result.kind === "pass" || result.kind === "notApplicable" ? "not-a-failure" : null;
}

/** The first fix that changes this file alone. */
function editsOf(
  result: SarifResult,
  paths: readonly string[],
  run: SarifRun,
  reading: Reading,
): readonly Edit[] {
  for (const { artifactChanges } of result.fixes ?? []) {
    const [change, ...others] = artifactChanges;
    if (change === undefined || others.length > 0) continue;
    const changed = artifactPaths(change.artifactLocation, run, reading.roots);
    if (!changed.some((path) => paths.includes(path))) continue;
    const edits = change.replacements.map(({ deletedRegion, insertedContent }) =>
      editOf(deletedRegion, insertedContent?.text ?? "", columnUnit(run)),
    );
    const known = edits.filter((edit) => edit !== null);
    if (known.length === edits.length) return known;
  }
  return [];
}
