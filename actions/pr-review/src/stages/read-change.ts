import { CodedError } from "@swarm-actions/core";
import { changeFromDiff } from "@swarm-actions/git";
import type { PullRequestFacts } from "@swarm-actions/publication";
import type { Change } from "@swarm-actions/review";
import type { Job } from "../job.ts";
import type { ChangeSource } from "../ports/change-source.ts";
import { createGitSource } from "../ports/git-source.ts";
import type { Host } from "../ports/host.ts";

/** A pull request's change, and how it was come by. */
export interface ReadChange {
  readonly change: Change;
  readonly from: "checkout" | "diff" | "fetch";
  /** Whether programs can be run on the files: the checkout holds what the head holds. */
  readonly hasFiles: boolean;
  /** What people should know of it, a sentence each. */
  readonly notes: readonly string[];
}

/** What stands in for a checkout: GitHub's diff is quicker, its git shows agents as much as a checkout. */
export type StandIn = "diff" | "git";

/** The change of a pull request as a stage of the run, by git on this machine unless the job has another. */
export function readChangeIn(
  { kit, host, inputs, source }: Job,
  pullRequest: PullRequestFacts,
  standIn?: StandIn,
): Promise<ReadChange> {
  const git = source ?? createGitSource(kit.environment, inputs.token);
  return kit.stage("Read the change", () => readChange(pullRequest, host, git, standIn));
}

/**
 * The change from the job's checkout; without a usable one, the diff from GitHub; where GitHub does not
 * give all of it, or the diff alone would not do, from GitHub's git.
 * @throws CodedError `git/…`, `diff/…`, `github/…`
 */
export async function readChange(
  pullRequest: PullRequestFacts,
  host: Pick<Host, "readDiff" | "readMergeBase">,
  source: ChangeSource,
  standIn: StandIn = "diff",
): Promise<ReadChange> {
  const local = await readCheckout(pullRequest, source);
  if ("change" in local) return named(pullRequest, local);
  const answer =
    standIn === "diff"
      ? await host.readDiff(pullRequest)
      : { kind: "unwanted", reason: "its files are looked at too" };
  if ("text" in answer) {
    const note = "The files around the change were not at hand: agents saw the differences alone.";
    const change = { ...changeFromDiff(answer.text), headSha: pullRequest.headSha };
    const notes = [local.note, note];
    return named(pullRequest, { change, from: "diff", hasFiles: false, notes });
  }
  const mergeBase = await host.readMergeBase(pullRequest);
  const change = await source.fetch(mergeBase, pullRequest.headSha);
  const notes = [local.note, `The change was fetched with git: ${answer.reason}.`];
  return named(pullRequest, { change, from: "fetch", hasFiles: false, notes });
}

async function readCheckout(
  { baseSha, headSha }: PullRequestFacts,
  source: ChangeSource,
): Promise<ReadChange | { readonly note: string }> {
  try {
    const change = await source.readCheckout(baseSha, headSha);
    const hasFiles = await source.holdsFiles(change, headSha);
    const note = "The checkout is not of the head: programs were not run on its files.";
    return { change, from: "checkout", hasFiles, notes: hasFiles ? [] : [note] };
  } catch (thrown) {
    // Whatever is wrong with the checkout, there are two more ways.
    if (!(thrown instanceof CodedError) || !thrown.code.startsWith("git/")) throw thrown;
    const shallow = /shallow/i.test(thrown.fix) ? " It is shallow: give it `fetch-depth: 0`." : "";
    return { note: `There is no usable checkout: ${thrown.message}.${shallow}` };
  }
}

/** A pull request speaks for its change, rather than its commits. */
function named({ title, body }: PullRequestFacts, read: ReadChange): ReadChange {
  return { ...read, change: { ...read.change, title, description: body } };
}
