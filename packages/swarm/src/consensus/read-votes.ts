import { CodedError, messageOf } from "@swarm-actions/core";
import { z } from "zod";
import { checkVote, named } from "./check-vote.ts";
import { twoProviders } from "./two-providers.ts";
import type { Vote } from "./vote.ts";

/** A text, or what stands for one. Large numbers are not exact any more, so that two could become one. */
const text = z.union([z.string(), z.boolean(), z.number().refine(isExact)], {
  error: "it has to be a text, a yes or no, or a number of at most 15 digits",
});

const line = z.object({
  item: text,
  voter: text,
  provider: text.nullish(),
  label: text.nullish(),
  ranking: z.array(text).max(1000).nullish(),
  weight: z.number().nullish(),
});

const fix =
  'Write a line a vote: {"item": …, "voter": …, "label": …}, and provider, ranking, weight where they matter.';

/**
 * Votes as JSON lines. `label` null says that the voter was asked and did not answer; where it is left out,
 * the ranking's best is the label. Numbers, true and false are names like any other: 1 is "1". Other keys are
 * not looked at, nor is a mark of the byte order.
 * @param source what the text is called in errors
 * @throws CodedError `consensus/malformed-votes`, `consensus/invalid-vote`, `consensus/invalid-weight`,
 * `consensus/duplicate-voter`, `consensus/two-providers`; the place is `source:line`; `consensus/no-votes`.
 */
export function readVotes(content: string, source: string): readonly Vote[] {
  const votes: Vote[] = [];
  const seen = new Map<string, Map<string, number>>();
  const owners = new Map<string, string>();
  const lines = content.replace(/^\ufeff/, "").split("\n");
  lines.forEach((written, at) => {
    if (written.trim() === "") return;
    const place = `${source}:${at + 1}`;
    const vote = readVote(written, place);
    const voters = seen.get(vote.item) ?? new Map<string, number>();
    const earlier = voters.get(vote.voter);
    if (earlier !== undefined) throw twice(vote, earlier, place);
    seen.set(vote.item, voters.set(vote.voter, at + 1));
    checkOwner(vote, owners, place);
    votes.push(vote);
  });
  if (votes.length === 0) throw noVotes(source);
  return votes;
}

function isExact(value: number): boolean {
  return Math.abs(value) < 1e15;
}

/** A voter is of one provider, whichever of its votes says so. */
function checkOwner({ voter, provider }: Vote, owners: Map<string, string>, place: string): void {
  if (provider === undefined) return;
  const known = owners.get(voter) ?? provider;
  if (known !== provider) throw twoProviders(voter, [known, provider], place);
  owners.set(voter, provider);
}

function readVote(written: string, place: string): Vote {
  const read = line.safeParse(parse(written, place));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw malformed(`${issue?.path.join(".") || "the vote"}: ${issue?.message}`, place);
  }
  const { provider, label, ranking, weight } = read.data;
  if (label === undefined && !ranking?.length) throw malformed("there is no label", place);
  const vote: Vote = {
    item: `${read.data.item}`,
    voter: `${read.data.voter}`,
    label: asText(label === undefined ? ranking?.[0] : label),
    ...(provider == null ? {} : { provider: `${provider}` }),
    ...(ranking == null ? {} : { ranking: ranking.map(String) }),
    ...(weight == null ? {} : { weight }),
  };
  return checked(vote, place);
}

function asText(value: z.infer<typeof text> | null | undefined): string | null {
  return value == null ? null : `${value}`;
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

function noVotes(source: string): CodedError {
  return new CodedError("consensus/no-votes", "it holds no vote", {
    fix: `${fix} Of no votes there is no verdict.`,
    place: source,
  });
}

function twice({ item, voter }: Vote, earlier: number, place: string): CodedError {
  const message = `${named(voter)} votes twice on ${named(item)}; the first time is in line ${earlier}`;
  return new CodedError("consensus/duplicate-voter", message, {
    fix: "Give every voter a name of its own.",
    place,
  });
}
