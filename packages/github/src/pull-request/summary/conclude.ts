import type { SummaryPlan, ThreadPlan } from "@swarm-actions/publication";
import type { GitHubClient, Written } from "../../client.ts";
import { GitHubError } from "../../failure/github-error.ts";
import { sendChanges } from "../../graphql/send-changes.ts";
import { nameOf } from "../place.ts";
import type { Published, ResolvedThread } from "../published.ts";
import type { OwnReview } from "../review/own-review.ts";
import type { ReviewTarget } from "../review/review-target.ts";
import { concludeDocument, type SummaryStep } from "./conclude-document.ts";
import { type Conclusion, toBeConcluded, withAnswers, withFound } from "./conclusion.ts";
import { mergeTwin } from "./merge-twin.ts";
import { readConcluded } from "./read-concluded.ts";

/** Each takes GitHub a moment, and a document may take ten seconds. */
const mostThreads = 25;

export interface Concluding extends Pick<Published, "summary" | "threads"> {
  /** What showed of a run beside this one. */
  readonly beside: {
    /** The newest of the pull request; none when no summary was written. */
    readonly reviews: readonly OwnReview[];
    /** It made its summary first. */
    readonly wasFirst: boolean;
  };
}

/**
 * Writes the summary and resolves threads, in one document when there are few. A thread that cannot be
 * resolved is reported; a summary that cannot be written is an error.
 * @throws GitHubError
 */
export async function conclude(
  client: GitHubClient,
  target: ReviewTarget,
  summary: SummaryPlan,
  threads: readonly ThreadPlan[],
): Promise<Concluding> {
  const step = summary.kind === "keep" ? null : summary;
  const first = await write(client, target, step, threads.slice(0, mostThreads));
  const all: ResolvedThread[] = [...threadsOf(first, threads.slice(0, mostThreads))];
  for (let from = mostThreads; from < threads.length; from += mostThreads) {
    const some = threads.slice(from, from + mostThreads);
    all.push(...threadsOf(await write(client, target, null, some), some));
  }
  const own = first === null || first.status === "dry-run" ? null : first.value.summary;
  const beside = { reviews: own?.reviews ?? [], wasFirst: (own?.twin ?? null) !== null };
  return { summary: await summaryPart(client, target, step, first), threads: all, beside };
}

async function write(
  client: GitHubClient,
  target: ReviewTarget,
  step: SummaryStep | null,
  threads: readonly ThreadPlan[],
): Promise<Written<Conclusion> | null> {
  if (step === null && threads.length === 0) return null;
  let state = toBeConcluded(step, threads);
  return client.write({
    action: step === null ? "resolve threads" : `${step.kind} summary`,
    target: nameOf(target),
    send: async (sender) => {
      do {
        const document = concludeDocument(target.pullRequestNodeId, state.step, state.open);
        const before = state;
        const answers = await sendChanges(sender, document);
        state = withAnswers(before, answers);
        if (state.step !== null && state.step === before.step) {
          throw answers.error ?? noSummary(target);
        }
      } while (state.step !== null);
      return state;
    },
    find: async (reader) => {
      const { pullRequestNodeId } = target;
      const comments = state.step?.kind === "update" ? [state.step.nodeId] : [];
      state = withFound(
        state,
        await readConcluded(reader, pullRequestNodeId, comments, state.open),
      );
      return state.step === null && state.open.length === 0 ? state : null;
    },
  });
}

function threadsOf(
  written: Written<Conclusion> | null,
  planned: readonly ThreadPlan[],
): readonly ResolvedThread[] {
  if (written === null) return [];
  if (written.status !== "dry-run") return written.value.threads;
  return planned.map(({ nodeId }) => ({ nodeId, status: "dry-run", message: null }));
}

async function summaryPart(
  client: GitHubClient,
  target: ReviewTarget,
  step: SummaryStep | null,
  written: Written<Conclusion> | null,
): Promise<Published["summary"]> {
  if (written === null || step === null) return { status: "none" };
  if (written.status === "dry-run") return written;
  const { summary } = written.value;
  if (summary === null) throw noSummary(target);
  const { twin, id, url } = summary;
  if (twin === null) return { status: written.status, value: { id, url } };
  await mergeTwin(client, target, summary.nodeId, twin.id, step.body);
  const value = { id: Number(twin.fullDatabaseId), url: twin.url };
  return { status: written.status, value };
}

function noSummary(target: ReviewTarget): GitHubError {
  return new GitHubError("github/graphql", "GitHub took the summary without writing it", {
    fault: "platform",
    fix: "Run again.",
    place: nameOf(target),
    status: 200,
  });
}
