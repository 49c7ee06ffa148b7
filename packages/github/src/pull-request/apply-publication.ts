import type { PublicationPlan } from "@swarm-actions/publication";
import type { GitHubClient } from "../client.ts";
import { writeCheck } from "./check/write-check.ts";
import type { Published } from "./published.ts";
import type { HeadFacts } from "./read-head.ts";
import { withdrawTwin } from "./review/withdraw-twin.ts";
import { writeReview } from "./review/write-review.ts";
import { conclude } from "./summary/conclude.ts";

/** What the last look at a pull request showed. */
export interface LastLook extends Pick<HeadFacts, "pendingReview"> {
  /** Whether a run beside this one has written since the pull request was read. */
  readonly isBeside?: boolean;
}

/**
 * Writes what a plan says: the review, then the summary with the threads to resolve, then the check; one
 * request each in the usual case, and none for what the plan leaves as it is. Doing it again after a
 * failure makes nothing twice; a run that does the same at the same time is given way to.
 * @param head what the last look showed, which saves another one; null: it was not looked
 * @throws GitHubError
 */
export async function applyPublication(
  client: GitHubClient,
  plan: PublicationPlan,
  head: LastLook | null,
): Promise<Published> {
  const pending = head === null ? undefined : head.pendingReview;
  const review =
    plan.review === null
      ? ({ status: "none" } as const)
      : await writeReview(client, plan, plan.review, pending);
  const concluded = await conclude(client, plan, plan.summary, plan.resolve);
  const { summary, threads, beside } = concluded;
  const standing = await withdrawTwin(client, plan, review, beside.reviews);
  // Their reviews decide between two runs. One that left us none to write is about to make its check.
  const leftUs = head?.isBeside === true && plan.review === null;
  const isLate = beside.wasFirst || leftUs;
  const isSecond = standing === "second" || (standing === "alone" && isLate);
  const check =
    plan.check === null
      ? ({ status: "none" } as const)
      : await writeCheck(client, plan, plan.check, isSecond);
  return { review, summary, check, threads };
}
