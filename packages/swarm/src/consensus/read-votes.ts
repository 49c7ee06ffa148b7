import { CodedError, messageOf } from "@swarm-actions/core";
import { z } from "zod";
import { checkVote, named } from "./check-vote.ts";
import type { Vote } from "./vote.ts";

const line = z.object({
  item: z.string(),
  voter: z.string(),
  provider: z.string().nullish(),
  label: z.string().nullish(),
  ranking: z.array(z.string()).max(1000).nullish(),
  weight: z.number().nullish(),
});

const fix =
  'Write a line a vote: {"item": …, "voter": …, "label": …}, and provider, ranking, weight where they matter.';

/**
 * Votes as JSON lines. `label` null says that the voter was asked and did not answer; where it is left out,
 * the ranking's best is the label. Other keys are not looked at.
 * @param source what the text is called in errors
 * @throws CodedError `consensus/malformed-votes`, `consensus/invalid-vote`, `consensus/invalid-weight`,
 * `consensus/duplicate-voter`; the place is `source:line`.
 */
export function readVotes(text: string, source: string): readonly Vote[] {
  const votes: Vote[] = [];
  const seen = new Map<string, Map<string, number>>();
  text.split("\n").forEach((written, at) => {
    if (written.trim() === "") return;
    const place = `${source}:${at + 1}`;
    const vote = readVote(written, place);
    const voters = seen.get(vote.item) ?? new Map<string, number>();
    const earlier = voters.get(vote.voter);
    if (earlier !== undefined) throw twice(vote, earlier, place);
    seen.set(vote.item, voters.set(vote.voter, at + 1));
    votes.push(vote);
  });
  return votes;
}

function readVote(written: string, place: string): Vote {
  const read = line.safeParse(parse(written, place));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw malformed(`${issue?.path.join(".") || "the vote"}: ${issue?.message}`, place);
  }
  const { item, voter, provider, label, ranking, weight } = read.data;
  if (label === undefined && !ranking?.length) throw malformed("there is no label", place);
  const vote: Vote = {
    item,
    voter,
    label: label === undefined ? (ranking?.[0] ?? null) : label,
    ...(provider == null ? {} : { provider }),
    ...(ranking == null ? {} : { ranking }),
    ...(weight == null ? {} : { weight }),
  };
  return checked(vote, place);
}

function checked(vote: Vote, place: string): Vote {
  try {
    checkVote(vote);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    throw new CodedError(error.code, error.message, { fix: error.fix, place, cause: error });
  }
  return vote;
}

function parse(written: string, place: string): unknown {
  try {
    return JSON.parse(written);
  } catch (cause) {
    throw malformed(`it is no JSON: ${messageOf(cause).slice(0, 200)}`, place);
  }
}

function malformed(message: string, place: string): CodedError {
  return new CodedError("consensus/malformed-votes", message, { fix, place });
}

function twice({ item, voter }: Vote, earlier: number, place: string): CodedError {
  const message = `${named(voter)} votes twice on ${named(item)}; the first time is in line ${earlier}`;
  return new CodedError("consensus/duplicate-voter", message, {
    fix: "Give every voter a name of its own.",
    place,
  });
}
