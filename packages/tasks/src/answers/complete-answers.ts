import type { AgentSetup } from "@swarm-actions/agents";
import type { Config } from "@swarm-actions/config";
import {
  type Change,
  carriedHunks,
  type PanelMember,
  type ReviewRequest,
} from "@swarm-actions/review";
import type { Task, TaskResult } from "@swarm-actions/swarm";
import { carriedBy } from "../hunks/carried-by.ts";
import { mergeMembers, type SwarmAnswers } from "../merge/merge-members.ts";
import { type ChangeParts, divideChange } from "../runners/panel/change-parts.ts";
import { createPanelRunner } from "../runners/panel/panel-runner.ts";
import { type DividedTasks, openTasks } from "./open-tasks.ts";
import { type OwnSeats, ownSeats, seatResults, speakersOf } from "./own-seats.ts";

/** A review that a swarm began in other jobs. */
export interface BegunReview {
  readonly change: Change;
  readonly config: Config;
  readonly setup: AgentSetup;
  /** The last review of this change: what it stands for is asked of nobody. */
  readonly previous: ReviewRequest["previous"];
  /** As `readAnswers` read them. */
  readonly answers: SwarmAnswers;
}

/** What the agents of the settings say of all of a change. */
export interface CompletedAnswers {
  /** One an agent, over all tasks. */
  readonly members: readonly PanelMember[];
  /** How many tasks were answered by the swarm, of how many that are of this change. */
  readonly answered: number;
  readonly tasks: number;
  /** Whether agents were asked here, about what the swarm left. */
  readonly isCompleted: boolean;
  readonly panelDigest: string;
}

/**
 * Takes the answers of a swarm, and asks the agents here about whatever of the change has none: its task was
 * lost, nobody could answer it, no task was about it, an earlier review was thought to stand for it and does
 * not, or an agent of the settings was not asked there.
 * @returns null when no answer is about this change
 * @throws CodedError `config/…`, `model/…`
 */
export async function completeAnswers(
  begun: BegunReview,
  signal: AbortSignal,
): Promise<CompletedAnswers | null> {
  const { change, config, setup, previous, answers } = begun;
  // All kinds of agents are behind it: who only runs a program does not wait for them.
  const { assembleAgents } = await import("@swarm-actions/config");
  const { agents, digest: panelDigest } = await assembleAgents(config, setup);
  const { review: settings } = config;
  const { hunks: carried } = carriedHunks({ change, settings, panelDigest, previous });
  const parts = divideChange(change, settings.ignore, carried);
  const own = ownSeats(agents);
  const seated = seatResults(answers.results, own);
  const done = new Set(seated.map(({ key }) => key));
  const tasks = answers.tasks.filter((task) => isOf(parts, task));
  const answered = tasks.filter(({ key }) => done.has(key));
  if (answered.length === 0) return null;
  const open = tasks.filter(({ key }) => !done.has(key));
  const divided = { answered, open, ...whoAnswered(own, seated, answered, parts) };
  const asked = openTasks(divided, parts);
  const share = shareOf(asked, parts);
  const results = [...seated, ...(await ask(begun, asked, share, signal))];
  const members = mergeMembers({ tasks: [...answered, ...asked], results }, parts);
  return {
    members,
    answered: answered.length,
    tasks: tasks.length,
    isCompleted: asked.length > 0,
    panelDigest,
  };
}

/** Those who need all of the change are asked with one task: where that one is open, they still are. */
function whoAnswered(
  own: OwnSeats,
  results: readonly TaskResult[],
  answered: readonly Task[],
  parts: ChangeParts,
): Pick<DividedTasks, "asked" | "unasked"> {
  const spoke = new Set(speakersOf(results));
  const isLed = answered.some(({ payload }) => parts.asked(payload).change.files.length > 0);
  const all = [...own.seats.values()];
  const unasked = all.filter(
    ({ name, split }) => !spoke.has(name) && (isLed || split !== "change"),
  );
  const names = new Set(unasked.map(({ name }) => name));
  return {
    unasked: [...names],
    asked: all.map(({ name }) => name).filter((name) => !names.has(name)),
  };
}

/** A task of another change says nothing of this one, nor does one that left out what is to be looked at. */
function isOf(parts: ChangeParts, task: Task): boolean {
  try {
    parts.asked(task.payload);
    return [...carriedBy([task])].every((one) => parts.carried.has(one));
  } catch {
    return false;
  }
}

/** As the worker of a swarm would; a budget is for all of the change, and the swarm had its part. */
async function ask(
  { change, config, setup }: BegunReview,
  tasks: readonly Task[],
  share: number,
  signal: AbortSignal,
): Promise<readonly TaskResult[]> {
  if (tasks.length === 0) return [];
  const results: TaskResult[] = [];
  const runner = await createPanelRunner({
    config,
    agents: [],
    setup,
    change: async () => change,
    tasks: 1 / share,
  });
  await runner.run(tasks, (result) => void results.push(result), signal);
  return results;
}

/** Which part of the hunks is asked about, from nearly 0 to 1. */
function shareOf(tasks: readonly Task[], { whole, asked }: ChangeParts): number {
  const count = (files: readonly { readonly hunks: readonly number[] }[]): number =>
    files.reduce((sum, { hunks }) => sum + hunks.length, 0);
  const open = tasks.reduce((sum, { payload }) => sum + count(asked(payload).hunk.files), 0);
  return Math.min(1, Math.max(1, open) / Math.max(1, count(whole.files)));
}
