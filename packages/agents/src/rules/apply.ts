import { setImmediate } from "node:timers/promises";
import type { Remark, SkippedHunk, Suggestion } from "@swarm-actions/review";
import { type AddedLine, placeOfLines } from "../built-in/added-lines.ts";
import type { Tally } from "../reported/tally.ts";
import type { RuleOptions } from "./options.ts";
import { longestLine, type Match, searchLines } from "./search.ts";

const linesPerSearch = 10_000;
/** An ordinary pattern needs a hundredth of it for as many lines. */
const millisecondsPerSearch = 1000;

/** One of the organisation's rules, with its pattern compiled. */
export interface CompiledRule extends RuleOptions {
  readonly fullId: string;
  readonly expression: RegExp;
  readonly matches: (path: string) => boolean;
}

/** What one rule says about added lines, and the hunks it could not finish. */
export interface Applied {
  readonly remarks: readonly Remark[];
  readonly skipped: readonly SkippedHunk[];
}

/** Looks for a rule's pattern on added lines. A pattern that takes too long is cut off and named. */
export async function applyRule(
  rule: CompiledRule,
  lines: readonly AddedLine[],
  tally: Tally,
  signal: AbortSignal,
): Promise<Applied> {
  const remarks: Remark[] = [];
  for (let start = 0; start < lines.length; start += linesPerSearch) {
    await setImmediate();
    signal.throwIfAborted();
    const part = lines.slice(start, start + linesPerSearch);
    const texts = part.map((line) => line.text);
    const found = searchLines(
      rule.expression,
      rule.replacement ?? null,
      texts,
      millisecondsPerSearch,
    );
    for (const match of found.matches) {
      const line = part[match.index];
      if (line !== undefined) remarks.push(remarkOf(rule, line, match));
    }
    if (found.cutOffAt === null) continue;
    return { remarks, skipped: cutOff(rule, lines.slice(start + found.cutOffAt), tally) };
  }
  return { remarks, skipped: [] };
}

function remarkOf(rule: CompiledRule, line: AddedLine, match: Match): Remark {
  const suggestion = suggestionOf(line, match.replaced);
  return {
    place: placeOfLines(line),
    severity: rule.severity,
    category: rule.category,
    rule: rule.fullId,
    message: rule.message,
    confidence: 0.9,
    ...(suggestion === null ? {} : { suggestion }),
  };
}

function suggestionOf(line: AddedLine, replaced: string | null): Suggestion | null {
  const tooLong = line.text.length > longestLine || (replaced?.length ?? 0) > longestLine;
  if (replaced === null || tooLong || replaced === line.text) return null;
  return { startLine: line.line, endLine: line.line, replacement: `${replaced}${line.ending}` };
}

function cutOff(
  rule: CompiledRule,
  unread: readonly AddedLine[],
  tally: Tally,
): readonly SkippedHunk[] {
  const [first] = unread;
  const where = first === undefined ? "" : ` at ${first.path}:${first.line}`;
  const reason = `the pattern of ${rule.fullId} was cut off${where} after ${millisecondsPerSearch} ms`;
  const hunks = new Map<string, SkippedHunk>();
  for (const { path, hunk } of unread) hunks.set(`${hunk} ${path}`, { path, hunk, reason });
  tally.dropped(reason, hunks.size);
  return [...hunks.values()];
}
