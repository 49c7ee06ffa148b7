import { CodedError } from "@swarm-actions/core";
import {
  type History,
  noFaults,
  noHistory,
  type PolicyName,
  policyNames,
  predictTasks,
  simulate,
  type Task,
} from "@swarm-actions/swarm";
import { print } from "../../print.ts";
import type { SimulateOptions } from "./options.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { readDurations } from "./read-durations.ts";
import { outcomesAsJson, outcomesAsText } from "./show-outcomes.ts";

/** Plays each policy on the same workers, and prints how near to the limit it comes. */
export async function simulatePolicies(options: SimulateOptions, directory: string): Promise<void> {
  const known = await readDurations(options.history, "--history", directory);
  const actual = await readDurations(options.actual, "--actual", directory);
  if (actual.size === 0) throw nothingHappens(options.actual);
  const policies = options.policy === "all" ? policyNames : [options.policy];
  const outcomes = policies.map((policy) => play(policy, known, actual, options));
  const show = options.format === "json" ? outcomesAsJson : outcomesAsText;
  await print(show(outcomes, actual.size, options));
}

function play(
  policy: PolicyName,
  known: ReadonlyMap<string, number>,
  actual: ReadonlyMap<string, number>,
  options: SimulateOptions,
): Outcome {
  const tasks = [...actual.keys()].map(taskOf);
  const predictions = predictTasks(tasks, historyOf(known));
  const seconds = [...actual.values()];
  const runs = Array.from({ length: options.runs }, (_, run) =>
    simulate({
      policy,
      tasks,
      predictions,
      actual: seconds,
      world: { ...options, seed: options.seed + run, faults: noFaults },
      rounds: 0,
    }),
  );
  return outcomeOf(policy, runs);
}

function nothingHappens(file: string): CodedError {
  return new CodedError("cli/bad-durations", `${file}: it holds no task`, {
    fix: "Name at least one task that happens; --history alone may be empty.",
    place: file,
  });
}

function taskOf(key: string): Task {
  return { key, kind: "task", affinity: null, size: 1, payload: null };
}

/** As if each task had been seen once, in the last run. */
function historyOf(known: ReadonlyMap<string, number>): History {
  const durations = new Map(
    [...known].map(([key, mean]) => [key, { mean, variance: 0, count: 1, kind: "task", seen: 1 }]),
  );
  return { ...noHistory, runs: 1, durations };
}
