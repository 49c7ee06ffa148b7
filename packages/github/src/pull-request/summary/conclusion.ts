import type { ThreadPlan } from "@swarm-actions/publication";
import { memberOf } from "../../failure/answer-parts.ts";
import { type GraphqlFault, isForbidden } from "../../failure/graphql-error.ts";
import type { ChangeAnswers } from "../../graphql/send-changes.ts";
import { bodiesEqual } from "../bodies-equal.ts";
import { markerOf } from "../marker.ts";
import type { Made, ResolvedThread } from "../published.ts";
import type { OwnReview } from "../review/own-review.ts";
import type { SummaryStep } from "./conclude-document.ts";
import type { Concluded, SummaryAnswer } from "./read-concluded.ts";

/** How far a document has come over all attempts to send it. */
export interface Conclusion {
  /** What is still to be done about the summary. */
  readonly step: SummaryStep | null;
  readonly summary: OwnSummary | null;
  readonly threads: readonly ResolvedThread[];
  /** Still to be resolved. */
  readonly open: readonly string[];
}

interface OwnSummary extends Made {
  readonly nodeId: string;
  /** The summary of a run beside this one that was there first. */
  readonly twin: SummaryAnswer | null;
  /** The newest of the pull request, as they stood when it was written. */
  readonly reviews: readonly OwnReview[];
}

export function toBeConcluded(
  step: SummaryStep | null,
  threads: readonly ThreadPlan[],
): Conclusion {
  return { step, summary: null, threads: [], open: threads.map(({ nodeId }) => nodeId) };
}

/** After an answer. A summary that was deleted meanwhile is still to be made. */
export function withAnswers(before: Conclusion, answers: ChangeAnswers): Conclusion {
  const { step } = before;
  const threads = before.open.map((nodeId, index) => toThread(nodeId, answers, `t${index}`));
  const summary = step === null ? before.summary : summaryOf(step, answers.of("summary"));
  const isGone = step?.kind === "update" && answers.faultOf("summary")?.type === "NOT_FOUND";
  const left = isGone ? ({ kind: "create", body: step.body } as const) : step;
  return {
    step: summary === null ? left : null,
    summary,
    threads: [...before.threads, ...threads],
    open: [],
  };
}

/** After an answer was lost: by what stands on GitHub now. */
export function withFound(before: Conclusion, found: Concluded): Conclusion {
  const done = before.open.filter((nodeId) => found.resolved.has(nodeId));
  const threads = done.map((nodeId) => ({ nodeId, status: "found", message: null }) as const);
  const open = before.open.filter((nodeId) => !found.resolved.has(nodeId));
  return {
    ...summaryFound(before, found),
    threads: [...before.threads, ...threads],
    open,
  };
}

function summaryFound(
  { step, summary }: Conclusion,
  { comments, reviews }: Pick<Concluded, "comments" | "reviews">,
): Pick<Conclusion, "step" | "summary"> {
  if (step === null) return { step, summary };
  const same = comments.find(({ id, body }) =>
    step.kind === "update"
      ? id === step.nodeId && bodiesEqual(body, step.body)
      : bodiesEqual(body, step.body),
  );
  if (same !== undefined) return { step: null, summary: ownSummary(same, step, comments, reviews) };
  // A run beside this one has made one meanwhile; there shall be one only.
  const other = step.kind === "create" ? twinIn(comments, step.body, null) : null;
  if (other === null) return { step, summary };
  return { step: { kind: "update", nodeId: other.id, body: step.body }, summary };
}

function summaryOf(step: SummaryStep, answer: unknown): OwnSummary | null {
  const edge = memberOf(memberOf(answer, "commentEdge"), "node");
  const made = step.kind === "create" ? edge : memberOf(answer, "issueComment");
  if (memberOf(made, "id") === undefined) return null;
  const pullRequest = memberOf(
    step.kind === "create" ? answer : made,
    step.kind === "create" ? "subject" : "pullRequest",
  );
  const newest = nodesIn<SummaryAnswer>(pullRequest, "comments");
  const reviews = nodesIn<OwnReview>(pullRequest, "reviews");
  return ownSummary(made as SummaryAnswer, step, newest, reviews);
}

function nodesIn<Node>(pullRequest: unknown, list: string): readonly Node[] {
  const nodes = memberOf(memberOf(pullRequest, list), "nodes");
  return Array.isArray(nodes) ? nodes : [];
}

function ownSummary(
  { id, fullDatabaseId, url }: SummaryAnswer,
  step: SummaryStep,
  comments: readonly SummaryAnswer[],
  reviews: readonly OwnReview[],
): OwnSummary {
  const own = Number(fullDatabaseId);
  const twin = step.kind === "create" ? twinIn(comments, step.body, own) : null;
  return { nodeId: id, id: own, url, twin, reviews };
}

/** The oldest comment of ours with the same marker, older than `before`. */
function twinIn(
  comments: readonly SummaryAnswer[],
  body: string,
  before: number | null,
): SummaryAnswer | null {
  const marker = markerOf(body);
  if (marker === null) return null;
  const older = comments.filter(
    ({ viewerDidAuthor, body: there, fullDatabaseId }) =>
      viewerDidAuthor &&
      there.includes(marker) &&
      (before === null || Number(fullDatabaseId) < before),
  );
  const [oldest] = older.toSorted((a, b) => Number(a.fullDatabaseId) - Number(b.fullDatabaseId));
  return oldest ?? null;
}

function toThread(nodeId: string, answers: ChangeAnswers, alias: string): ResolvedThread {
  if (memberOf(memberOf(answers.of(alias), "thread"), "isResolved") === true) {
    return { nodeId, status: "written", message: null };
  }
  const fault = answers.faultOf(alias);
  return {
    nodeId,
    status: "refused",
    message: fault === null ? "no reason given" : reasonOf(fault),
  };
}

/** GitHub counts resolving among the rights to the contents, of all things. */
function reasonOf(fault: GraphqlFault): string {
  return isForbidden(fault)
    ? `${fault.message}: resolving threads needs \`contents: write\``
    : fault.message;
}
