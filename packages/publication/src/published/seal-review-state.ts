import { canonicalJson } from "@swarm-actions/core";
import type { HiddenPart } from "@swarm-actions/gate";
import { encodeState, type Finding, fitState, type ReviewState } from "@swarm-actions/review";

const longestState = 16_000;

/** The state for the next review, without values that must not leave the process. */
export function sealReviewState(state: ReviewState, redact: (text: string) => string): HiddenPart {
  const findings = state.findings.map((note) => ({
    ...note,
    finding: redactFinding(note.finding, redact),
  }));
  const { state: fitted } = fitState({ ...state, findings }, longestState);
  return {
    text: encodeState(fitted, longestState),
    packed: canonicalJson(fitted),
    required: false,
  };
}

/** A suggestion that cannot be given whole is none. */
function redactFinding(finding: Finding, redact: (text: string) => string): Finding {
  const { suggestion, ...words } = finding;
  const redacted = { ...words, message: redact(finding.message) };
  if (suggestion === undefined || redact(suggestion.replacement) !== suggestion.replacement) {
    return redacted;
  }
  return { ...redacted, suggestion };
}
