import { CodedError } from "@swarm-actions/core";
import type { Category, Severity } from "@swarm-actions/review";
import type { Claim, Edit } from "../reported/claim.ts";
import type { ColumnUnit } from "../reported/columns.ts";
import { firstProblem, parseJson, validate } from "../reported/json.ts";
import { placeClaims } from "../reported/place.ts";
import { categoryOf, type Reading, type Report } from "../reported/reading.ts";
import { repositoryPaths } from "../reported/repository-path.ts";
import { ruleId } from "../reported/rule-id.ts";
import {
  type Diagnostic,
  type DiagnosticSeverity,
  diagnostic,
  diagnosticResult,
} from "./diagnostic.ts";
import { editOf, linesOf } from "./range.ts";

/** One object, one diagnostic a line, or whichever of them the text turns out to be. */
export type RdjsonShape = "object" | "lines" | "auto";

interface Diagnostics {
  readonly items: readonly { readonly value: unknown; readonly place: string }[];
  readonly source: string | undefined;
  readonly severity: DiagnosticSeverity;
}

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

/** Parses without judging, so that a health check can tell whether the text is of the format. */
export function readDiagnostics(text: string, place: string, shape: RdjsonShape): Diagnostics {
  const whole = shape === "lines" ? undefined : wholeObject(text, place, shape);
  if (whole === undefined) return linesOfJson(text, place);
  const result = validate(diagnosticResult, whole, place, "reviewdog's rdjson");
  const items = result.diagnostics.map((value, at) => ({ value, place: `diagnostics[${at}]` }));
  return { items, source: result.source?.name, severity: result.severity };
}

/** The text as one object, or undefined when it is one diagnostic a line. */
function wholeObject(text: string, place: string, shape: RdjsonShape): unknown {
  if (shape === "object") return parseJson(text, place);
  try {
    const value: unknown = JSON.parse(text);
    const isOne = typeof value === "object" && value !== null && "message" in value;
    return isOne ? undefined : value;
  } catch {
    // Several objects in a row are not JSON as a whole; line by line they are.
    return undefined;
  }
}

function linesOfJson(text: string, place: string): Diagnostics {
  const items: { value: unknown; place: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const where = `line ${index + 1}`;
    items.push({ value: parseJson(line, `${place}, ${where},`), place: where });
  }
  return { items, source: undefined, severity: undefined };
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
