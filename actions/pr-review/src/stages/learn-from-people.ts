import { setTimeout } from "node:timers/promises";
import type { Config } from "@swarm-actions/config";
import { messageOf } from "@swarm-actions/core";
import type { OpenHistory } from "@swarm-actions/history-cache";
import {
  type Conversation,
  type FindingOutcome,
  outcomesAtMerge,
  outcomesOf,
  type PublishedReview,
} from "@swarm-actions/publication";
import { type KnownReliability, learnOutcomes, weighsVotes } from "@swarm-actions/swarm";
import type { Job } from "../job.ts";
import { ignoredFindings } from "./ignored-findings.ts";
import type { Reviewed } from "./reviewed.ts";

/** What is known of agents by what became of their findings, and how a run adds to it. */
export interface Learned {
  /** For rules that weigh votes; never fails. */
  readonly known: KnownReliability | Promise<KnownReliability>;
  /** Learns what people made of the last review's findings; each counts once, in whichever run. */
  readonly learn: (reviewed: Reviewed) => Promise<void>;
}

/** Of a run that neither knows nor learns anything. */
export const nothingLearned: Learned = { known: new Map(), learn: async () => {} };

/** Milliseconds for which a finished panel waits at most for what was learned before. */
const patience = 10_000;

/**
 * Begins to read what was learned, where it can be of use: under a rule that weighs votes, or when something
 * was published before. Nobody waits for it but the count of votes.
 * @param last what the last review left on the pull request
 */
export function openLearned(
  job: Job,
  config: Config,
  conversation: Conversation,
  last: Pick<PublishedReview, "findings">,
): Learned {
  const isWeighed = weighsVotes(config.review.consensus);
  if (!mayLearn(job, config, conversation) || (!isWeighed && last.findings.length === 0)) {
    return nothingLearned;
  }
  const opened = open(job);
  return {
    known: isWeighed ? knownOf(job, opened) : new Map(),
    learn: async (reviewed) => {
      const { report } = reviewed;
      const settings = { key: job.inputs.key };
      const ignored = ignoredFindings(job, reviewed);
      const outcomes = outcomesOf({ conversation, report, settings, ignored }, last);
      await keep(job, conversation, opened, outcomes);
    },
  };
}

/**
 * Learns what people made of all findings of a pull request that was merged. GitHub runs that for the branch
 * it was merged into, whose cache every later pull request reads.
 */
export async function learnAtMerge(
  job: Job,
  config: Config,
  conversation: Conversation,
): Promise<void> {
  if (!mayLearn(job, config, conversation)) return;
  const outcomes = outcomesAtMerge(conversation, job.inputs.key);
  if (outcomes.length > 0) await keep(job, conversation, open(job), outcomes);
}

/**
 * A fork's pull request teaches nobody, as its author would decide what is learned. A run that obeys a comment
 * has more rights than those whose caches it could be given.
 */
function mayLearn(
  { kit }: Pick<Job, "kit">,
  { github }: Pick<Config, "github">,
  { pullRequest }: Pick<Conversation, "pullRequest">,
): boolean {
  return github.cache && !pullRequest.isFork && kit.environment.eventName !== "issue_comment";
}

async function open(job: Job): Promise<OpenHistory | null> {
  try {
    return await job.openHistory();
  } catch (thrown) {
    job.kit.info(`Nothing is known of earlier reviews: ${messageOf(thrown)}`);
    return null;
  }
}

async function knownOf(
  { kit }: Job,
  opened: Promise<OpenHistory | null>,
): Promise<KnownReliability> {
  const late = Symbol();
  const first = await Promise.race([opened, setTimeout(patience, late, { ref: false })]);
  if (first !== late) return first?.history.reliability ?? new Map();
  kit.info("What was learned of the agents took too long to read: their votes weigh as always.");
  return new Map();
}

async function keep(
  { kit, inputs }: Job,
  { pullRequest }: Conversation,
  opened: Promise<OpenHistory | null>,
  outcomes: readonly FindingOutcome[],
): Promise<void> {
  if (outcomes.length === 0 || inputs.dryRun) return;
  const cache = await opened;
  if (cache === null) return;
  const where = `pull request ${pullRequest.number}`;
  const learned = learnOutcomes(cache.history, outcomes, where);
  if (learned === cache.history) return;
  await kit.stage("Keep what was learned", () => cache.save(learned));
}
