import { CodedError } from "@swarm-actions/core";
import type { SkippedHunk } from "@swarm-actions/review";
import type { Claim } from "../reported/claim.ts";
import { firstProblem, parseJson, validate } from "../reported/json.ts";
import { placeClaims } from "../reported/place.ts";
import type { Reading, Report } from "../reported/reading.ts";
import { claimOf } from "./claim.ts";
import { unreadHunks } from "./health.ts";
import { type SarifLog, sarifLog, sarifResult } from "./log.ts";
import { SarifRules } from "./rules.ts";

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
