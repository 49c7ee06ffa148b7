import { CodedError } from "@swarm-actions/core";
import type { Category, Severity } from "@swarm-actions/review";
import type { Claim, Edit } from "../reported/claim.ts";
import type { ColumnUnit } from "../reported/columns.ts";
import { firstProblem } from "../reported/json.ts";
import { placeClaims } from "../reported/place.ts";
import { categoryOf, type Reading, type Report } from "../reported/reading.ts";
import { repositoryPaths } from "../reported/repository-path.ts";
import { ruleId } from "../reported/rule-id.ts";
import { type Diagnostic, type DiagnosticSeverity, diagnostic } from "./diagnostic.ts";
import { editOf, linesOf } from "./range.ts";
import { type Diagnostics, type RdjsonShape, readDiagnostics } from "./read.ts";

const groups: ReadonlyMap<string, Category> = new Map([
  ["security", "security"],
  ["performance", "performance"],
  ["complexity", "maintainability"],
  ["style", "style"],
]);

/**
 * What diagnostics in reviewdog's format say about the lines under review.
 * @throws CodedError `agents/not-json` or `agents/invalid-report`, naming the line or the member.
 */
export function parseRdjson(text: string, reading: Reading, shape: RdjsonShape): Report {
  const claims = claimsOf(readDiagnostics(text, reading.place, shape), reading);
  return { remarks: placeClaims(claims, reading.lines, reading.tally), skipped: [] };
}

function* claimsOf(diagnostics: Diagnostics, reading: Reading): Generator<Claim> {
  let valid = 0;
  let problem: string | null = null;
  for (const { value, place } of diagnostics.items) {
    const parsed = diagnostic.safeParse(value);
    if (parsed.success) {
      valid++;
      const claim = claimOf(parsed.data, diagnostics, reading);
      if (claim !== null) yield claim;
    } else {
      problem ??= `${place}: ${firstProblem(parsed.error)}`;
      reading.tally.dropped("not-a-valid-diagnostic");
    }
  }
  if (valid === 0 && problem !== null) throw invalid(problem, reading);
}

function claimOf(one: Diagnostic, all: Diagnostics, reading: Reading): Claim | null {
  const paths = repositoryPaths(one.location.path, reading.roots);
  const silent =
    one.message.trim() === ""
      ? "without-a-message"
      : paths.length === 0
        ? "outside-the-repository"
        : null;
  if (silent !== null) {
    reading.tally.dropped(silent);
    return null;
  }
  const name = one.code?.value;
  return {
    paths,
    side: "new",
    lines: linesOf(one.location.range),
    severity: severityOf(one.severity ?? all.severity, reading),
    category: categoryOf(hintOf(name), reading),
    rule: ruleId(reading.agent, name),
    message: one.message,
    confidence: 0.8,
    edits: editsOf(one, unitOf(one.source?.name ?? all.source)),
  };
}

/** Every suggestion is a fix by itself; the first that names its lines is offered. */
function editsOf(one: Diagnostic, unit: ColumnUnit): readonly Edit[] {
  for (const { range, text } of one.suggestions ?? []) {
    const edit = editOf(range, text, unit);
    if (edit !== null) return [edit];
  }
  return [];
}

/** The format counts bytes; Biome counts characters all the same. */
function unitOf(source: string | undefined): ColumnUnit {
  return source?.toLowerCase() === "biome" ? "code-points" : "utf8-bytes";
}

function severityOf(severity: DiagnosticSeverity, { severities }: Reading): Severity {
  if (severity === "ERROR" || severity === 1) return severities.error;
  if (severity === "INFO" || severity === 3) return severities.note;
  return severities.warning;
}

/** Some linters put their rules into groups: `lint/style/useConst`. */
function hintOf(name: string | undefined): Category | undefined {
  for (const group of (name ?? "").split("/").slice(0, -1)) {
    const category = groups.get(group);
    if (category !== undefined) return category;
  }
  return undefined;
}

function invalid(problem: string, reading: Reading): CodedError {
  return new CodedError(
    "agents/invalid-report",
    `${reading.place} has no valid diagnostic: ${problem}`,
    { fix: "Check that the program writes reviewdog's rdjson or rdjsonl.", place: reading.place },
  );
}
