import type { Change, PanelFinding, ReviewResult } from "@swarm-actions/review";
import type { Task, Vote } from "@swarm-actions/swarm";
import { type ChangeParts, divideChange } from "../runners/panel/change-parts.ts";
import type { SwarmAnswers } from "./merge-members.ts";
import { reviewFromResults, type SwarmReview } from "./review-from-results.ts";

/** How a panel voted on its findings. */
export interface ReviewVotes {
  readonly votes: readonly Vote[];
  /** By item: the tasks that the finding is in. */
  readonly tasksOf: ReadonlyMap<string, readonly Task[]>;
}

/** The votes of a review that a swarm has made so far. */
export async function votesOfPanel(
  change: Change,
  answers: SwarmAnswers,
  review: SwarmReview,
): Promise<ReviewVotes> {
  const result = await reviewFromResults(change, answers, review);
  return votesOfReview(result, answers.tasks, divideChange(change, review.settings.ignore));
}

/**
 * What agents said of findings, as votes: whoever said it, and whoever read the place and was silent. An
 * item is a finding, by its place and rule.
 * @param parts the change that the tasks are parts of
 */
function votesOfReview(
  { findings, agents }: Pick<ReviewResult, "findings" | "agents">,
  tasks: readonly Task[],
  parts: ChangeParts,
): ReviewVotes {
  const asked = tasks.map((task) => ({ task, files: filesOf(task, parts) }));
  const providers = new Map(agents.map(({ name, provider }) => [name, provider]));
  const votes: Vote[] = [];
  const tasksOf = new Map<string, readonly Task[]>();
  for (const finding of findings) {
    const item = itemOf(finding);
    // Two findings of one name are told apart by nothing that people see: the first speaks for both.
    if (tasksOf.has(item)) continue;
    const about = asked.filter(({ files }) => isIn(finding, files));
    tasksOf.set(
      item,
      about.map(({ task }) => task),
    );
    for (const label of ["yes", "no"] as const) {
      for (const voter of finding.votes[label]) {
        votes.push({ item, voter, provider: providers.get(voter) ?? voter, label });
      }
    }
  }
  return { votes, tasksOf };
}

function itemOf({ place, rule, fingerprint }: PanelFinding): string {
  const where =
    place.kind === "change"
      ? "the change"
      : place.kind === "file"
        ? place.path
        : `${place.path}:${place.startLine}`;
  return `${where} ${rule} (${fingerprint.slice(0, 8)})`.slice(-400);
}

type AskedFiles = ReturnType<ChangeParts["asked"]>["hunk"]["files"];

function filesOf({ payload }: Task, parts: ChangeParts): AskedFiles {
  try {
    return parts.asked(payload).hunk.files;
  } catch {
    // The task is about something else.
    return [];
  }
}

function isIn({ place }: PanelFinding, files: AskedFiles): boolean {
  if (place.kind === "change") return false;
  const own = files.filter(({ diff }) => diff.path === place.path);
  if (place.kind === "file") return own.length > 0;
  return own.some(({ diff, hunks }) =>
    hunks.some((index) => {
      const hunk = diff.hunks[index];
      if (hunk === undefined) return false;
      const [start, count] =
        place.side === "old" ? [hunk.oldStart, hunk.oldCount] : [hunk.newStart, hunk.newCount];
      return place.startLine < start + count && place.endLine >= start;
    }),
  );
}
