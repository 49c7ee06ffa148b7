import { CodedError } from "@swarm-actions/core";
import type { Vote } from "./vote.ts";

const longest = 4096;

/** A name from outside, as part of a sentence. */
export function named(name: string): string {
  return name.length > 80 ? JSON.stringify(`${name.slice(0, 80)}…`) : JSON.stringify(name);
}

/** @throws CodedError `consensus/invalid-vote`, `consensus/invalid-weight` naming item and voter. */
export function checkVote(vote: Vote): void {
  const { item, voter, provider = voter, label, ranking, weight } = vote;
  const place = `the vote of ${named(voter)} on ${named(item)}`;
  const names = [
    ["item", item],
    ["voter", voter],
    ["provider", provider],
    ["label", label ?? "-"],
  ] as const;
  for (const [what, name] of names) checkName(what, name, place);
  if (ranking !== undefined) checkRanking(ranking, label, place);
  if (weight !== undefined) checkWeight(weight, place, item);
}

export function checkWeight(weight: number, whose: string, place: string): void {
  if (Number.isFinite(weight) && weight > 0) return;
  throw new CodedError("consensus/invalid-weight", `the weight of ${whose} is ${weight}`, {
    fix: "Use a finite weight above 0; 1 is ordinary.",
    place,
  });
}

function checkName(what: string, name: string, place: string): void {
  if (name.length > 0 && name.length <= longest) return;
  const why = name.length === 0 ? "is empty" : `is longer than ${longest} characters`;
  throw invalid(`the ${what} of ${place} ${why}`, place);
}

function checkRanking(ranking: readonly string[], label: string | null, place: string): void {
  for (const name of ranking) checkName("ranking", name, place);
  if (new Set(ranking).size !== ranking.length) {
    throw invalid(`the ranking of ${place} names a label twice`, place);
  }
  if (label !== null && !ranking.includes(label)) {
    throw invalid(`the ranking of ${place} lacks its label`, place);
  }
}

function invalid(message: string, place: string): CodedError {
  return new CodedError("consensus/invalid-vote", message, {
    fix: "Name the item, the voter and the label; rank labels best first, each once, the vote's own among them.",
    place,
  });
}
