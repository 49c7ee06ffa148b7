import { CodedError, canonicalJson, compareText } from "@swarm-actions/core";
import type { ReviewState } from "./model.ts";
import { seal } from "./seal-state.ts";

/** Leaves most of a comment's 65,536 characters to people. */
const defaultLength = 20_000;

/** A fingerprint of 16 random bytes cannot be packed into fewer base64 characters than this. */
const shortestHunk = 21;

/** A state cut down to what its place can hold, and how much was left out. */
export interface FittedState {
  readonly state: ReviewState;
  /** Hunks left out; the next review looks at them again. */
  readonly droppedHunks: number;
  /** Findings left out with their hunks; the next review finds them again. */
  readonly droppedFindings: number;
}

/**
 * The state as a hidden HTML comment of at most `maxLength` characters.
 * What does not fit is left out hunk by hunk; `fitState` says how much that is.
 * @throws CodedError `review/state-limit` when `maxLength` cannot even hold an empty state.
 */
export function encodeState(state: ReviewState, maxLength = defaultLength): string {
  const whole = sealState(state);
  return whole.length <= maxLength ? whole : sealState(fitState(state, maxLength).state);
}

/**
 * Leaves out whole hunks with all their findings, the costliest first, until the encoded state fits:
 * a hunk whose findings were lost would pass for a clean one.
 * @throws CodedError `review/state-limit` when `maxLength` cannot even hold an empty state.
 */
export function fitState(state: ReviewState, maxLength = defaultLength): FittedState {
  if (lengthOf(state) <= maxLength) return { state, droppedHunks: 0, droppedFindings: 0 };
  const hunks = cheapestFirst(state);
  let kept = 0;
  let tooMany = Math.min(hunks.length, Math.floor(maxLength / shortestHunk)) + 1;
  if (lengthOf(keep(state, new Set())) > maxLength) throw limitTooSmall(maxLength);
  while (tooMany - kept > 1) {
    const middle = Math.floor((kept + tooMany) / 2);
    const fits = lengthOf(keep(state, new Set(hunks.slice(0, middle)))) <= maxLength;
    if (fits) kept = middle;
    else tooMany = middle;
  }
  const fitted = keep(state, new Set(hunks.slice(0, kept)));
  return {
    state: fitted,
    droppedHunks: state.hunks.length - fitted.hunks.length,
    droppedFindings: state.findings.length - fitted.findings.length,
  };
}

function cheapestFirst(state: ReviewState): readonly string[] {
  const costs = new Map(state.hunks.map((hunk) => [hunk, 0]));
  for (const { hunk, finding } of state.findings) {
    costs.set(hunk, (costs.get(hunk) ?? 0) + canonicalJson(finding).length);
  }
  return [...costs]
    .sort(([a, costA], [b, costB]) => costA - costB || compareText(a, b))
    .map(([hunk]) => hunk);
}

function keep(state: ReviewState, kept: ReadonlySet<string>): ReviewState {
  return {
    ...state,
    hunks: state.hunks.filter((hunk) => kept.has(hunk)),
    findings: state.findings.filter(({ hunk }) => kept.has(hunk)),
  };
}

function lengthOf(state: ReviewState): number {
  return sealState(state).length;
}

function sealState(state: ReviewState): string {
  return seal(canonicalJson(state));
}

function limitTooSmall(maxLength: number): CodedError {
  return new CodedError("review/state-limit", `no state fits into ${maxLength} characters`, {
    fix: "Allow at least 400 characters for the state.",
  });
}
