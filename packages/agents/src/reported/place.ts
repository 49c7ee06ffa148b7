import { cutText } from "@swarm-actions/core";
import type { Place, Remark, Suggestion } from "@swarm-actions/review";
import type { Claim } from "./claim.ts";
import { suggestionOf } from "./suggestion.ts";
import type { Tally } from "./tally.ts";
import type { TaskLines } from "./task-lines.ts";

const maximumRemarks = 5000;
const longestMessage = 2000;

/** Keeps the claims that are about lines under review; counts the others by reason. */
export function placeClaims(claims: Iterable<Claim>, lines: TaskLines, tally: Tally): Remark[] {
  const remarks: Remark[] = [];
  const seen = new Set<string>();
  for (const claim of claims) {
    const remark = placeClaim(claim, lines, tally);
    if (remark === null) continue;
    const key = JSON.stringify([remark.place, remark.rule, remark.message]);
    if (seen.has(key)) tally.dropped("duplicate");
    else if (remarks.length >= maximumRemarks) tally.dropped(`more-than-${maximumRemarks}`);
    else remarks.push(remark);
    seen.add(key);
  }
  return remarks;
}

function placeClaim(claim: Claim, lines: TaskLines, tally: Tally): Remark | null {
  const place = placeOf(claim, lines, tally);
  if (place === null) {
    tally.dropped("outside-the-change");
    return null;
  }
  const suggestion = offer(claim, place, lines, tally);
  const { severity, category, rule, confidence } = claim;
  const message = cutText(claim.message.trim().toWellFormed(), longestMessage);
  const remark = { place, severity, category, rule, message, confidence };
  return suggestion === null ? remark : { ...remark, suggestion };
}

function placeOf(claim: Claim, lines: TaskLines, tally: Tally): Place | null {
  if (claim.paths === null) return { kind: "change" };
  const file = lines.find(claim.paths, claim.side);
  if (file === undefined) return null;
  const { path } = file.diff;
  if (claim.lines === null) return { kind: "file", path };
  const { startLine, endLine } = claim.lines;
  const part = lines.overlap(file, claim.side, startLine, endLine);
  if (part === null) return null;
  if (part.startLine !== startLine || part.endLine !== endLine) tally.demoted("cut-to-the-hunk");
  const { side } = claim;
  return { kind: "lines", path, side, startLine: part.startLine, endLine: part.endLine };
}

function offer(claim: Claim, place: Place, lines: TaskLines, tally: Tally): Suggestion | null {
  if (claim.edits.length === 0 || place.kind !== "lines" || place.side !== "new") return null;
  const file = lines.find([place.path]);
  const part = file && lines.overlap(file, "new", place.startLine, place.startLine);
  const suggestion = part ? suggestionOf(claim.edits, part.hunk, lines) : null;
  if (suggestion === null) tally.demoted("suggestion-does-not-apply");
  return suggestion;
}
