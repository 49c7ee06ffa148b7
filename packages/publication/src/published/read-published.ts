import { decodeState, type RefusedState, type ReviewState } from "@swarm-actions/review";
import type { Conversation, ExistingComment } from "../conversation.ts";
import { openIgnored } from "../ignored/seal-ignored.ts";
import type { IgnoredFinding, PublicationSettings } from "../input.ts";
import { type HiddenLine, readHiddenLines } from "../markers/hidden-line.ts";
import { isProgram } from "../trust.ts";
import { findSummary } from "./find-summary.ts";
import type { PublishedFinding } from "./published-finding.ts";
import { openFindings } from "./seal-findings.ts";

/** What the last review left on the pull request for this one. */
export interface PublishedReview {
  /** For `reviewChange`; null when there is none. */
  readonly state: ReviewState | RefusedState | null;
  readonly ignored: readonly IgnoredFinding[];
  /** All that was found, ignored and disputed ones too, worst first; without the mildest of very many. */
  readonly findings: readonly PublishedFinding[];
  /** The commit that was reviewed. */
  readonly headSha: string | null;
  /** Of all that the summary says. */
  readonly digest: string | null;
}

const nothing: PublishedReview = {
  state: null,
  ignored: [],
  findings: [],
  headSha: null,
  digest: null,
};

/**
 * Reads back what the summary carries. A person who edits a comment can write anything into it, so one
 * that no program wrote carries nothing.
 * @param origin what the state is for. What a run of a fork handed over may be carried on only by another
 * that is handed over: a review of our own must not take its word for a hunk that nobody looked at.
 */
export function readPublished(
  conversation: Pick<Conversation, "comments">,
  key: string,
  origin: PublicationSettings["origin"] = "own-run",
): PublishedReview {
  const summary = findSummary(conversation, key);
  if (summary === null || !isProgram(summary.author)) return nothing;
  return readSummary(summary, origin);
}

function readSummary(
  { body }: ExistingComment,
  origin: PublicationSettings["origin"],
): PublishedReview {
  const lines = new Map<string, HiddenLine>();
  for (const line of readHiddenLines(body)) lines.set(line.name, line);
  const [headSha = null, digest = null, from] = lines.get("reviewed")?.parameters ?? [];
  const ignored = lines.get("ignored");
  const findings = lines.get("findings");
  const mayCarry = from === "own-run" || (from === "handed-over" && origin === "handed-over");
  const state = lines.get("state");
  return {
    state: state === undefined ? null : mayCarry ? decodeState(state.line) : refused,
    ignored: ignored === undefined ? [] : openIgnored(ignored),
    findings: findings === undefined ? [] : openFindings(findings),
    headSha,
    digest,
  };
}

const refused: RefusedState = { refused: "the last review was handed over by a run of the fork" };
