import { CodedError } from "@swarm-actions/core";
import type { Clock } from "../client-options.ts";
import { answerParts } from "../failure/answer-parts.ts";
import { type Failure, failureOf, graphqlFailureOf } from "../failure/failure.ts";
import { GitHubError } from "../failure/github-error.ts";
import { lostError } from "../failure/lost-error.ts";
import { refusalError } from "../failure/refusal-error.ts";
import { stoppedError } from "../failure/stopped.ts";
import type { Tally } from "../tally.ts";
import type { LimitGate } from "./limit-gate.ts";

export interface AttemptParts {
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly gate: LimitGate;
  readonly tally: Tally;
}

export interface Attempt<T> {
  /** Route and target, for errors. */
  readonly place: string;
  /** How often it may be sent again after an answer was lost; 0 for a change, which is looked for first. */
  readonly repeats: number;
  readonly send: () => Promise<T>;
}

/** GitHub's own clients give up earlier; the longest waits are bounded by the gate. */
const mostLimits = 8;

/**
 * Sends a request until it is answered. A limit's refusal is waited for, as nothing took place; a lost
 * answer is asked for again as often as the request allows. Octokit's plugins for both neither wait by
 * every `retry-after`, nor end with a signal, nor let anybody look before a change is repeated.
 * @throws GitHubError
 */
export async function attempt<T>(parts: AttemptParts, request: Attempt<T>): Promise<T> {
  let limits = 0;
  for (let losses = 0; ; parts.tally.retries++) {
    await parts.gate.pass();
    const outcome = await once(request, parts);
    if (outcome.failure === null) return outcome.value;
    const { failure, thrown } = outcome;
    if (failure.kind === "limit" && limits < mostLimits) {
      parts.gate.close(failure.waitMs, limits++, request.place);
    } else if (failure.kind === "lost" && losses < request.repeats) {
      await pause(parts, losses++);
    } else {
      throw errorOf(failure, thrown, request.place);
    }
  }
}

type Outcome<T> =
  | { readonly failure: null; readonly value: T }
  | { readonly failure: Failure; readonly thrown: unknown };

async function once<T>(
  { send, place }: Attempt<T>,
  { clock, signal }: AttemptParts,
): Promise<Outcome<T>> {
  try {
    const value = await send();
    const failure = graphqlFailureOf(value, clock.now());
    return failure === null ? { failure, value } : { failure, thrown: { response: value } };
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    if (signal?.aborted === true) throw stoppedError(place);
    return { failure: failureOf(thrown, clock.now()), thrown };
  }
}

/** About 1, 2 and 4 seconds, differently each time. */
export async function pause(
  { clock, signal }: Pick<AttemptParts, "clock" | "signal">,
  losses: number,
): Promise<void> {
  await clock.sleep(1000 * 2 ** losses * (0.75 + clock.random() / 2), signal);
}

function errorOf(failure: Failure, thrown: unknown, place: string): GitHubError {
  const answer = answerParts(thrown);
  if (failure.kind === "lost" || answer === null) return lostError(thrown, place);
  if (failure.kind === "refused") return refusalError(answer, place);
  const isBlocked = failure.kind === "blocked";
  return new GitHubError("github/limit", answer.message || "GitHub's limit is spent", {
    fault: "platform",
    fix: isBlocked
      ? "GitHub has blocked new content for this account: run again in about an hour, with fewer runs at once."
      : "Run again later, with fewer runs at once.",
    place,
    status: answer.status,
  });
}
