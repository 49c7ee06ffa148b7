import type { Choice } from "./choose.ts";
import { type ConsensusRule, checkConsensusRule } from "./consensus-rule.ts";
import { countItems } from "./count-items.ts";
import { estimate } from "./dawid-skene/estimate.ts";
import { measureKinship } from "./kinship.ts";
import type { Opening } from "./opening.ts";
import { type Poll, type PollItem, readPoll } from "./poll.ts";
import { round } from "./posterior.ts";
import { beliefIn, type KnownReliability } from "./reliability.ts";
import { writeConsensusRule } from "./rule-text.ts";
import type { Aggregation, Verdict, VoterReliability } from "./verdict.ts";
import type { Vote } from "./vote.ts";

/**
 * Makes verdicts of votes, an item each. The same votes in any order give the same bytes. Rules that count
 * see one vote a provider; those that weigh see every voter, with kin discounted.
 * @param known what earlier runs learned of voters: it weighs votes, and is where Dawid-Skene begins
 * @throws CodedError `consensus/…` for an invalid rule, vote, weight or reliability, for a voter that votes
 * twice on an item, and `consensus/too-few-providers` where `byzantine` cannot hold.
 */
export function aggregate(
  votes: readonly Vote[],
  rule: ConsensusRule,
  known: KnownReliability = new Map(),
): Aggregation {
  checkConsensusRule(rule);
  const poll = readPoll(votes);
  const kinship = measureKinship(poll);
  const asked = writeConsensusRule(rule);
  const estimated = rule.rule === "dawid-skene" ? estimate(poll, kinship, known) : { note: null };
  const opened = "opened" in estimated ? estimated.opened : countItems(poll, rule, kinship, known);
  return {
    rule: asked,
    applied: estimated.note === null ? asked : "weighted-majority",
    note: estimated.note,
    verdicts: poll.items.map((item, place) => verdictOn(item, poll, rule, opened[place])),
    voters: judgeVoters(poll, opened, known),
  };
}

function verdictOn(
  { name, cast, absent }: PollItem,
  poll: Poll,
  { rule }: ConsensusRule,
  opening: Opening | undefined,
): Verdict {
  const { choice, posterior } = opening ?? { choice: nobody, posterior: [] };
  const votes = cast.map(({ vote, provider }) => plain(vote, poll.providers[provider] ?? ""));
  const isAtOne = ({ label, ranking = [] }: Vote): boolean =>
    label === choice.label ||
    (rule === "approval" && choice.label !== null && ranking.includes(choice.label));
  return {
    item: name,
    ...choice,
    posterior,
    votes,
    dissent: choice.label === null ? [] : votes.filter((vote) => !isAtOne(vote)).map(voterOf),
    absences: absent.map((voter) => poll.voters[voter]?.name ?? ""),
  };
}

const nobody: Choice = { label: null, reason: "nobody voted" };

/** With its keys in one order, whatever order they came in, and without any others. */
function plain({ item, voter, label, ranking, weight }: Vote, provider: string): Vote {
  return {
    item,
    voter,
    provider,
    label,
    ...(ranking === undefined ? {} : { ranking: [...ranking] }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function voterOf({ voter }: Vote): string {
  return voter;
}

/** How often each voter says what is likely true, beside what was believed of it before. */
function judgeVoters(
  poll: Poll,
  opened: readonly Opening[],
  known: KnownReliability,
): readonly VoterReliability[] {
  const judged = poll.voters.map(({ name }) => ({ votes: 0, ...beliefIn(name, known) }));
  poll.items.forEach(({ cast }, place) => {
    const likely = new Map(
      opened[place]?.posterior.map(({ label, probability }) => [label, probability]),
    );
    for (const { voter, vote } of cast) {
      const counts = judged[voter];
      const probability = likely.get(vote.label ?? "") ?? 0;
      if (counts === undefined) continue;
      judged[voter] = {
        votes: counts.votes + 1,
        right: counts.right + probability,
        wrong: counts.wrong + 1 - probability,
      };
    }
  });
  return poll.voters.map(({ name, provider }, voter) => {
    const { votes, right, wrong } = judged[voter] ?? { votes: 0, right: 0, wrong: 1 };
    const reliability = round(right / (right + wrong));
    return { voter: name, provider: poll.providers[provider] ?? "", votes, reliability };
  });
}
