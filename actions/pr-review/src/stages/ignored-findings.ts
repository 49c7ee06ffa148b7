import { type IgnoredFinding, readPublished } from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import type { Reviewed } from "./reviewed.ts";

/**
 * All that nobody wants to hear of. What the summary remembers is read anew from each look at the pull
 * request: while a review is under way, a command may have added to it.
 */
export function ignoredFindings(
  { inputs }: Pick<Job, "inputs">,
  { conversation, ignore }: Pick<Reviewed, "conversation" | "ignore">,
): readonly IgnoredFinding[] {
  return [...readPublished(conversation, inputs.key).ignored, ...ignore];
}
