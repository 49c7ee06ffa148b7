import { CodedError } from "@swarm-actions/core";
import { categories, type SkippedHunk, severities } from "@swarm-actions/review";
import { z } from "zod";
import type { Claim } from "../reported/claim.ts";
import { firstProblem, parseJson, validate } from "../reported/json.ts";
import { placeClaims } from "../reported/place.ts";
import { categoryOf, type Reading, type Report } from "../reported/reading.ts";
import { repositoryPaths } from "../reported/repository-path.ts";
import { ruleId } from "../reported/rule-id.ts";
import { skipHunks } from "../reported/skip.ts";

const line = z.int().min(1).max(10_000_000);

const finding = z.object({
  /** Absent: it is about the whole change. */
  path: z.string().min(1).optional(),
  side: z.enum(["old", "new"]).default("new"),
  /** Absent: it is about the whole file. */
  startLine: line.optional(),
  endLine: line.optional(),
  severity: z.enum(severities),
  category: z.enum(categories).optional(),
  rule: z.string().min(1).max(200).optional(),
  message: z.string().refine((text) => text.trim() !== "", "must say something"),
  /** What to put in place of lines `startLine`–`endLine`; empty deletes them. */
  suggestion: z.string().max(20_000).optional(),
  confidence: z.number().min(0).max(1).default(0.8),
});

type Finding = z.infer<typeof finding>;

/** The project's own format: the plainest answer a command can give. */
const findingsReport = z.object({
  findings: z.array(z.unknown()),
  /** What it did not look at; without `startLine`, nothing of the file. */
  skipped: z
    .array(z.object({ path: z.string(), startLine: line.optional(), reason: z.string().min(1) }))
    .optional(),
});

/**
 * What `{ "findings": […], "skipped": […] }` says about the lines under review.
 * @throws CodedError `agents/not-json` or `agents/invalid-report` with the path inside the JSON.
 */
export function parseFindings(text: string, reading: Reading): Report {
  const json = parseJson(text, reading.place);
  const report = validate(findingsReport, json, reading.place, 'a report `{"findings": […]}`');
  const claims = claimsOf(report.findings, reading);
  return {
    remarks: placeClaims(claims, reading.lines, reading.tally),
    skipped: (report.skipped ?? []).flatMap((one) => skippedHunks(one, reading)),
  };
}

function* claimsOf(findings: readonly unknown[], reading: Reading): Generator<Claim> {
  let valid = 0;
  let problem: string | null = null;
  for (const [index, raw] of findings.entries()) {
    const parsed = finding.safeParse(raw);
    if (parsed.success) {
      valid++;
      const claim = claimOf(parsed.data, reading);
      if (claim !== null) yield claim;
    } else {
      problem ??= `findings[${index}].${firstProblem(parsed.error)}`;
      reading.tally.dropped("not-a-valid-finding");
    }
  }
  if (valid === 0 && problem !== null) throw invalid(problem, reading);
}

function claimOf(given: Finding, reading: Reading): Claim | null {
  const { path, side, startLine, endLine = startLine, severity, message, confidence } = given;
  const paths = path === undefined ? null : repositoryPaths(path, reading.roots);
  if (paths?.length === 0) {
    reading.tally.dropped("outside-the-repository");
    return null;
  }
  const backwards = startLine !== undefined && endLine !== undefined && endLine < startLine;
  if (backwards || (startLine === undefined && endLine !== undefined)) {
    reading.tally.dropped("not-a-valid-finding");
    return null;
  }
  const lines = startLine === undefined || endLine === undefined ? null : { startLine, endLine };
  return {
    paths,
    side,
    lines,
    severity,
    category: categoryOf(given.category, reading),
    rule: ruleId(reading.agent, given.rule),
    message,
    confidence,
    edits: editsOf(given.suggestion, lines),
  };
}

function editsOf(suggestion: string | undefined, lines: Claim["lines"]): Claim["edits"] {
  if (suggestion === undefined || lines === null) return [];
  const text = suggestion === "" || suggestion.endsWith("\n") ? suggestion : `${suggestion}\n`;
  const { startLine, endLine } = lines;
  return [{ startLine, startColumn: 1, endLine: endLine + 1, endColumn: 1, unit: "utf16", text }];
}

function skippedHunks(
  { path, startLine, reason }: { path: string; startLine?: number | undefined; reason: string },
  { lines, roots, tally }: Reading,
): SkippedHunk[] {
  const file = lines.find(repositoryPaths(path, roots));
  if (file === undefined) return [];
  const part = startLine === undefined ? null : lines.overlap(file, "new", startLine, startLine);
  const only = part === null ? null : file.diff.hunks.indexOf(part.hunk);
  const hunks = file.hunks.filter((hunk) => only === null || hunk === only);
  return skipHunks(file, hunks, reason, tally);
}

function invalid(problem: string, { place }: Reading): CodedError {
  return new CodedError("agents/invalid-report", `${place} has no valid finding: ${problem}`, {
    fix: "Compare the program's answer with the documented form of findings.",
    place,
  });
}
