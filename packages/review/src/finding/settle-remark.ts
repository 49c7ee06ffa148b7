import { cutText } from "@swarm-actions/core";
import { checkSuggestion } from "./check-suggestion.ts";
import { maxMessageLength } from "./clean-text.ts";
import type { DiffIndex } from "./diff-index.ts";
import type { Place, Remark } from "./model.ts";
import { readRemarkBody } from "./read-remark.ts";
import { settlePlace } from "./settle-place.ts";
import type { CorrectionTally } from "./tally.ts";

/**
 * Takes a remark of unknown shape through every check.
 * @returns what is left of it, with nothing in it that was not checked; null when nothing is.
 */
export function settleRemark(
  agent: string,
  raw: unknown,
  index: DiffIndex,
  tally: CorrectionTally,
): Remark | null {
  if (typeof raw !== "object" || raw === null) {
    tally.add("dropped", "the remark is not an object");
    return null;
  }
  const given = raw as Readonly<Record<string, unknown>>;
  const body = readRemarkBody(agent, given, tally);
  if (body === null) return null;
  const settled = settlePlace(given.place, index);
  if (settled.kind !== "kept") tally.add(settled.kind, settled.reason);
  if (settled.kind === "dropped") return null;
  if (settled.kind === "kept") {
    const { place } = settled;
    return { ...body, place, ...provedSuggestion(given.suggestion, place, index, tally) };
  }
  const message = withLines(body.message, settled.lines);
  return { ...body, message, place: settled.place };
}

function provedSuggestion(
  suggestion: unknown,
  place: Place,
  index: DiffIndex,
  tally: CorrectionTally,
): Pick<Remark, "suggestion"> {
  if (suggestion === undefined || suggestion === null) return {};
  const check = checkSuggestion(suggestion, place, index);
  if (check.ok) return { suggestion: check.suggestion };
  tally.add("demoted", `the suggestion was left out: ${check.reason}`);
  return {};
}

/** The reader of a remark on a file still wants to know where to look. */
function withLines(message: string, lines: string | null): string {
  if (lines === null) return message;
  const hint = ` (${lines}, outside the diff)`;
  return `${cutText(message, maxMessageLength - hint.length)}${hint}`;
}
