import type { Config } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { GitHubError } from "@swarm-actions/github";
import { type Conversation, type IgnoredFinding, readPublished } from "@swarm-actions/publication";
import type { Job } from "../job.ts";
import { askAgents, prepareAgents } from "../stages/ask-agents.ts";
import { askSwarm } from "../stages/ask-swarm.ts";
import { endEarly } from "../stages/end-early.ts";
import { handOver } from "../stages/hand-over.ts";
import { learnAtMerge, nothingLearned, openLearned } from "../stages/learn-from-people.ts";
import { publishReport } from "../stages/publish-report.ts";
import { publishSettingsFault } from "../stages/publish-settings-fault.ts";
import { readChangeIn, type StandIn } from "../stages/read-change.ts";
import { readSettings } from "../stages/read-settings.ts";
import { nothingToReview, reasonToSkip } from "../stages/reason-to-skip.ts";
import type { Ended } from "../stages/tell-ending.ts";
import { writeReports } from "../stages/write-reports.ts";

/** What is wanted of a review beyond the usual. */
export interface ReviewWish {
  /** `analyze`: nothing is written on GitHub. */
  readonly mode: "review" | "analyze";
  /** Looks at all of the change again. */
  readonly afresh?: boolean;
  /** From now on, this finding does not count. */
  readonly ignore?: IgnoredFinding;
  /** Default `diff`. */
  readonly standIn?: StandIn;
}

/** Reviews a pull request and writes what is new, or keeps it for a run that may write. */
export async function review(
  job: Job,
  conversation: Conversation,
  wish: ReviewWish,
): Promise<Ended> {
  const { kit, inputs } = job;
  const { pullRequest } = conversation;
  const config = await settingsOf(job, conversation, wish);
  const skipped = reasonToSkip(pullRequest, config);
  if (skipped !== null) {
    const isMerged = pullRequest.state === "merged" && wish.mode === "review";
    if (isMerged) await learnAtMerge(job, config, conversation);
    return endEarly(kit, "skipped", skipped);
  }
  const read = await readChangeIn(job, pullRequest, wish.standIn);
  for (const note of read.notes) kit.annotate({ level: "notice", title: "Change", text: note });
  const nothing = nothingToReview(read.change, config);
  if (nothing !== null) return endEarly(kit, "skipped", nothing);
  const published = readPublished(conversation, inputs.key);
  // What is handed over is taken by nobody who knows of an earlier review, so that none may shorten it.
  const isWhole = wish.mode === "analyze" || wish.afresh === true;
  const learned =
    wish.mode === "review" ? openLearned(job, config, conversation, published) : nothingLearned;
  const { known } = learned;
  const before = { previous: isWhole ? null : published.state, known };
  const swarm = await askSwarm(job, config, read, pullRequest.headSha, before);
  const { report, members } =
    swarm ??
    (await kit.stage("Ask the agents", async () => {
      const prepared = await prepareAgents(kit, config, inputs, read.hasFiles);
      return askAgents(kit, prepared, read.change, before);
    }));
  await kit.stage("Write the reports", () => writeReports(kit, job.folder, report));
  const ignore = wish.ignore === undefined ? [] : [wish.ignore];
  const origin = "own-run" as const;
  const noted = swarm === null ? read : { ...read, notes: [...read.notes, swarm.note] };
  const reviewed = { conversation, config, report, read: noted, ignore, origin };
  if (wish.mode === "analyze") return handOver(job, reviewed, members);
  try {
    const ended = await publishReport(job, reviewed);
    if (ended.published !== "nothing") await learned.learn(reviewed);
    return ended;
  } catch (thrown) {
    if (!pullRequest.isFork || !isForbidden(thrown)) throw thrown;
    const text =
      "A run for a fork's pull request may not write; the result is kept as an artifact.";
    kit.annotate({ level: "notice", title: "Not written", text });
    return handOver(job, reviewed, members);
  }
}

/** GitHub does not let this token write, and has written nothing. */
function isForbidden(thrown: unknown): boolean {
  return thrown instanceof GitHubError && thrown.code === "github/missing-permission";
}

/** Broken settings are told on the pull request too, where whoever can mend them looks. */
async function settingsOf(
  job: Job,
  conversation: Conversation,
  { mode }: ReviewWish,
): Promise<Config> {
  try {
    return await readSettings(job, conversation);
  } catch (thrown) {
    if (mode === "review" && thrown instanceof CodedError) {
      await publishSettingsFault(job, conversation, thrown);
    }
    throw thrown;
  }
}
