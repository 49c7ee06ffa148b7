import { CodedError, compareText } from "@swarm-actions/core";
import { named } from "./check-vote.ts";

/** Whose judgement a voter carries is not clear. */
export function twoProviders(
  voter: string,
  providers: readonly [string, string],
  place: string,
): CodedError {
  const [one, other] = [...providers].sort(compareText).map(named);
  const message = `${named(voter)} is of ${one} and of ${other}`;
  return new CodedError("consensus/two-providers", message, {
    fix: "Give each provider's voter a name of its own.",
    place,
  });
}
