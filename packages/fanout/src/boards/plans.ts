import { CodedError } from "@swarm-actions/core";
import {
  type Board,
  encodePlan,
  namePrefix,
  type PublishedPlan,
  parseName,
  planDigest,
  planName,
  readPlan,
  type SwarmPlan,
} from "@swarm-actions/swarm";
import { boardUnavailable, isNotFound } from "./board-error.ts";

/** Bytes that a plan may have: a hundred thousand tasks, or fewer with more to say. */
const planLimit = 256 * 1024 * 1024;

/** A swarm, and which time its workflow runs. */
export interface SwarmOnBoard {
  readonly board: Board;
  readonly key: string;
  readonly attempt: number;
}

/**
 * Puts a plan on the board, where it does not change any more.
 * @throws CodedError `board/unavailable`: also when another plan has the name
 */
export async function publishPlan(
  { board, key, attempt }: SwarmOnBoard,
  plan: SwarmPlan,
  signal: AbortSignal,
): Promise<PublishedPlan> {
  const name = planName({ key, attempt, epoch: plan.epoch });
  const content = encodePlan(plan);
  const outcome = await putSurely(board, name, content, signal);
  if (outcome === "taken") {
    const held = await getIfThere(board, name, signal);
    if (held === null) throw usedUp(name);
    if (held !== content) throw otherPlan(name);
  }
  return { attempt, digest: planDigest(plan), plan };
}

/** A name whose upload failed half-way is used up: then what hangs there decides. */
async function putSurely(board: Board, name: string, content: string, signal: AbortSignal) {
  try {
    return await board.put(name, content, signal);
  } catch (cause) {
    signal.throwIfAborted();
    if (!(cause instanceof CodedError) || cause.code !== "board/unavailable") throw cause;
    return board.put(name, content, signal);
  }
}

/**
 * All plans of a swarm that can be seen, of this attempt of the workflow and of earlier ones.
 * @throws CodedError `board/unavailable`, `plan/invalid`
 */
export async function findPlans(
  { board, key, attempt }: SwarmOnBoard,
  signal: AbortSignal,
): Promise<readonly PublishedPlan[]> {
  const entries = await board.list(`${namePrefix(key)}plan-`, signal);
  const plans: PublishedPlan[] = [];
  for (const { name } of entries) {
    const at = parseName(name, key);
    if (at?.kind !== "plan" || at.attempt > attempt) continue;
    plans.push(readPlan({ name, content: await board.get(name, planLimit, signal) }, key));
  }
  return plans;
}

/**
 * The plan of a round: that of the highest attempt up to this one.
 * @throws CodedError `board/no-plan`, `board/unavailable`, `plan/invalid`
 */
export async function findPlan(
  swarm: SwarmOnBoard,
  epoch: number,
  signal: AbortSignal,
): Promise<PublishedPlan> {
  const { board, key } = swarm;
  for (let attempt = swarm.attempt; attempt > 0; attempt--) {
    const name = planName({ key, attempt, epoch });
    const content = await getIfThere(board, name, signal);
    if (content !== null) return readPlan({ name, content }, key);
  }
  throw noPlan(key);
}

export function noPlan(key: string): CodedError {
  return new CodedError("board/no-plan", `there is no plan of the swarm ${key}`, {
    fix: "Let a job with `swarm-fanout/plan` come before, with the same `key`; where it ran in an earlier attempt, run all jobs again.",
  });
}

async function getIfThere(board: Board, name: string, signal: AbortSignal): Promise<string | null> {
  try {
    return await board.get(name, planLimit, signal);
  } catch (cause) {
    if (isNotFound(cause)) return null;
    throw cause;
  }
}

/** GitHub's client denied an upload half-way, or the job before this one died in it. */
function usedUp(name: string): CodedError {
  return boardUnavailable(name, new Error("the name is used up by an upload that came to nothing"));
}

function otherPlan(name: string): CodedError {
  return boardUnavailable(name, new Error("another plan hangs there already"));
}
