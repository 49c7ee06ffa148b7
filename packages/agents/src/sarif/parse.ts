import { CodedError } from "@swarm-actions/core";
import type { SkippedHunk } from "@swarm-actions/review";
import type { Claim, Edit } from "../reported/claim.ts";
import { firstProblem, parseJson, validate } from "../reported/json.ts";
import { placeClaims } from "../reported/place.ts";
import { categoryOf, type Reading, type Report } from "../reported/reading.ts";
import { ruleId } from "../reported/rule-id.ts";
import { artifactPaths } from "./artifact.ts";
import { unreadHunks } from "./health.ts";
import { categoryHint, confidenceOf, severityOf } from "./judge.ts";
import { type SarifLog, type SarifResult, type SarifRun, sarifLog, sarifResult } from "./log.ts";
import { messageText } from "./message.ts";
import { columnUnit, editOf, linesOf } from "./region.ts";
import { ruleName, SarifRules } from "./rules.ts";

/** Decides whether a claim is already known; see `baseline.ts`. */
export type IsKnown = (claim: Claim) => boolean;

/** @throws CodedError `agents/not-json` or `agents/invalid-report` with the path inside the JSON. */
export function readSarif(text: string, place: string): SarifLog {
  return validate(sarifLog, parseJson(text, place), place, "a SARIF 2.1.0 log");
}

/**
 * What a SARIF 2.1.0 log says about the lines under review.
 * @throws CodedError as `readSarif`, and `sarif/tool-failed` when the tool says that it failed.
 */
export function parseSarif(text: string, reading: Reading): Report {
  return reportOf(readSarif(text, reading.place), reading);
}

export function reportOf(log: SarifLog, reading: Reading, isKnown: IsKnown = () => false): Report {
  const skipped: SkippedHunk[] = log.runs.flatMap((run) => unreadHunks(run, reading));
  const claims = newClaims(claimsOf(log, reading), isKnown, reading);
  return { remarks: placeClaims(claims, reading.lines, reading.tally), skipped };
}

function* newClaims(claims: Iterable<Claim>, isKnown: IsKnown, reading: Reading): Generator<Claim> {
  for (const claim of claims) {
    if (isKnown(claim)) reading.tally.dropped("in-the-baseline");
    else yield claim;
  }
}

/** Every result that counts, as a claim. @throws CodedError `agents/invalid-report` when none is valid. */
export function* claimsOf(log: SarifLog, reading: Reading): Generator<Claim> {
  let valid = 0;
  let problem: string | null = null;
  for (const [runIndex, run] of log.runs.entries()) {
    const rules = new SarifRules(run);
    for (const [index, raw] of (run.results ?? []).entries()) {
      const parsed = sarifResult.safeParse(raw);
      if (parsed.success) {
        valid++;
        const claim = claimOf(parsed.data, run, rules, reading);
        if (claim !== null) yield claim;
      } else {
        problem ??= `runs[${runIndex}].results[${index}].${firstProblem(parsed.error)}`;
        reading.tally.dropped("not-a-valid-result");
      }
    }
  }
  if (valid === 0 && problem !== null) throw invalid(problem, reading);
}

function claimOf(
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

function invalid(problem: string, reading: Reading): CodedError {
  return new CodedError(
    "agents/invalid-report",
    `${reading.place} has no valid result: ${problem}`,
    {
      fix: "Check that the program writes SARIF 2.1.0.",
      place: reading.place,
    },
  );
}
