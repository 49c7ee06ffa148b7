import { resolve } from "node:path";
import { runLocally } from "@swarm-actions/fanout";
import type { History, SwarmPlan } from "@swarm-actions/swarm";
import { checkConsensusRule, readConsensusRule } from "@swarm-actions/swarm";
import type { ExitCode } from "../../exit-codes.ts";
import { stopOnInterrupt } from "../../review/stop-signal.ts";
import { findWork } from "./find-work.ts";
import { finish } from "./finish.ts";
import { folderOf } from "./folder-of.ts";
import { readHistory } from "./history-file.ts";
import type { RunOptions } from "./options.ts";
import { planFurther, planRun, swarmKey } from "./plan-run.ts";
import { type LiveProgress, showSwarm } from "./progress.ts";
import { beginFolder, keepChange, pathsIn, type RunSettings, readFolder } from "./run-folder.ts";
import { workerProgram } from "./worker-program.ts";

/** A run whose folder holds all that its workers need. */
interface ReadyRun {
  readonly folder: string;
  readonly settings: RunSettings;
  /** Null: go on with what the folder holds. */
  readonly plan: SwarmPlan | null;
  readonly history: History;
  readonly startedAt: number;
}

/** Runs a swarm in processes of this machine, shows what came of it, and answers with the exit code. */
export async function run(
  options: RunOptions,
  words: readonly string[],
  directory: string,
): Promise<ExitCode> {
  using stop = stopOnInterrupt();
  const ready =
    options.resume === undefined
      ? await begin(options, words, directory, stop.signal)
      : await goOn(options.resume, directory);
  const limit = limitOf(options);
  const signal = limit === null ? stop.signal : AbortSignal.any([stop.signal, limit]);
  const { wasStopped } = await work(ready, signal);
  return finish({ ...ready, wasStopped }, options);
}

async function begin(
  options: RunOptions,
  words: readonly string[],
  directory: string,
  signal: AbortSignal,
): Promise<ReadyRun> {
  const startedAt = Date.now();
  if (options.consensus !== undefined) checkConsensusRule(readConsensusRule(options.consensus));
  const found = await findWork(options, words, directory, signal);
  const { folder, history: file } = await folderOf(options, directory, startedAt);
  const history = await readHistory(file);
  const plan = await planRun(found, history, options, { directory, startedAt });
  const settings: RunSettings = {
    version: 1,
    key: swarmKey,
    directory,
    work: found.work,
    rounds: options.roundsLeft,
    mesh: {
      rounds: options.rounds,
      quorum: options.quorum ?? null,
      deadlineSeconds: options.roundDeadline,
    },
    certainty: options.certainty,
    minCoverage: options.minCoverage,
    consensus: options.consensus ?? null,
    history: file,
    isVerbose: options.verbose === true,
  };
  await beginFolder(folder, settings);
  if (found.change !== null) await keepChange(folder, found.change);
  return { folder, settings, plan, history, startedAt };
}

async function goOn(resume: string, directory: string): Promise<ReadyRun> {
  const startedAt = Date.now();
  const folder = resolve(directory, resume);
  const settings = await readFolder(folder);
  const history = await readHistory(settings.history);
  return { folder, settings, plan: null, history, startedAt };
}

async function work({ folder, settings, plan, history, startedAt }: ReadyRun, signal: AbortSignal) {
  using progress = showSwarm(process.stderr);
  const last = new LastLines();
  const outcome = await runLocally({
    key: settings.key,
    folder: pathsIn(folder).board,
    plan,
    program: workerProgram(settings.directory),
    rounds: settings.rounds,
    minCoverage: settings.minCoverage,
    planRound: (collected) => planFurther(collected, history, settings, { folder, startedAt }),
    onProgress: progress.show,
    onLine: (worker, line) => {
      last.add(worker, line);
      if (settings.isVerbose) progress.say(`${worker}: ${line}`);
    },
    signal,
  });
  if (!outcome.wasStopped) tellLosses(outcome, last, progress);
  return outcome;
}

/** What each worker said last, for when it is lost. */
class LastLines {
  readonly #lines = new Map<number, string[]>();

  add(worker: number, line: string): void {
    const kept = this.#lines.get(worker) ?? [];
    kept.push(line);
    this.#lines.set(worker, kept.slice(-3));
  }

  of(worker: number): readonly string[] {
    return this.#lines.get(worker) ?? [];
  }
}

function tellLosses(
  { losses }: Awaited<ReturnType<typeof runLocally>>,
  last: LastLines,
  { say }: LiveProgress,
): void {
  for (const { worker, code, signal, fault } of losses) {
    const how = fault ?? (signal === null ? `it ended with ${code}` : `${signal} ended it`);
    say(`worker ${worker} was lost: ${how}`);
    for (const line of last.of(worker)) say(`  ${line}`);
  }
}

function limitOf({ maxMinutes }: RunOptions): AbortSignal | null {
  return maxMinutes === undefined ? null : AbortSignal.timeout(maxMinutes * 60_000);
}
