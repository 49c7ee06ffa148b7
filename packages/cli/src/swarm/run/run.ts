import { resolve } from "node:path";
import { CodedError, longestTimer } from "@swarm-actions/core";
import { newsFilter, runLocally } from "@swarm-actions/fanout";
import type { History, SwarmPlan } from "@swarm-actions/swarm";
import { checkConsensusRule, readConsensusRule } from "@swarm-actions/swarm";
import type { ExitCode } from "../../exit-codes.ts";
import { stopOnInterrupt } from "../../review/stop-signal.ts";
import { untilStopped } from "../until-stopped.ts";
import { findWork } from "./find-work.ts";
import { finish } from "./finish.ts";
import { folderOf } from "./folder-of.ts";
import { readHistory } from "./history-file.ts";
import { holdFolder } from "./hold-folder.ts";
import type { RunOptions } from "./options.ts";
import { planFurther, planRun, swarmKey } from "./plan-run.ts";
import { type LiveProgress, showSwarm } from "./progress.ts";
import { refuseOtherWords } from "./resumed.ts";
import {
  beginFolder,
  keepChange,
  makeRunFolder,
  pathsIn,
  type RunSettings,
  readFolder,
} from "./run-folder.ts";
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
      : await goOn(options.resume, words, directory);
  await using _ = await holdFolder(ready.folder);
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
  const found = await untilStopped(findWork(options, words, directory, signal), signal);
  const { folder, history: file } = await folderOf(options, directory, startedAt);
  await makeRunFolder(folder);
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
    consensus: options.consensus ?? found.consensus,
    history: file,
    isVerbose: options.verbose === true,
  };
  await beginFolder(folder, settings);
  if (found.change !== null) await keepChange(folder, found.change);
  return { folder, settings, plan, history, startedAt };
}

async function goOn(
  resume: string,
  words: readonly string[],
  directory: string,
): Promise<ReadyRun> {
  const startedAt = Date.now();
  const folder = resolve(directory, resume);
  const settings = await readFolder(folder);
  refuseOtherWords(words, settings.work);
  const history = await readHistory(settings.history);
  return { folder, settings, plan: null, history, startedAt };
}

async function work({ folder, settings, plan, history, startedAt }: ReadyRun, signal: AbortSignal) {
  using progress = showSwarm(process.stderr);
  const tellTrouble = troublesOf(progress);
  const tellStop = (): void => progress.say(stopping);
  signal.addEventListener("abort", tellStop, { once: true });
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
      if (settings.isVerbose) progress.say(`${worker}: ${line}`);
      else tellTrouble(worker, line);
    },
    signal,
  }).catch((cause: unknown) => {
    throw isWithoutPlan(cause) ? withoutPlan(folder, cause) : cause;
  });
  signal.removeEventListener("abort", tellStop);
  if (!outcome.wasStopped) tellLosses(outcome, progress);
  return outcome;
}

function isWithoutPlan(thrown: unknown): boolean {
  return thrown instanceof CodedError && thrown.code === "board/no-plan";
}

function withoutPlan(folder: string, cause: unknown): CodedError {
  return new CodedError("swarm/no-run", "the run was ended before its plan was kept", {
    fix: "Begin another run in another folder: no task was begun.",
    place: folder,
    cause,
  });
}

const stopping =
  "Stopping: what is done is kept. Ctrl-C ends it at once; --resume goes on either way.";

/** Of workers that say the same again and again, or never stop. */
const mostTroubles = 50;

/** What workers say by themselves, while their programs are not heard: what they bear, or die of. */
function troublesOf({ say }: LiveProgress): (worker: number, line: string) => void {
  const isNews = newsFilter(mostTroubles);
  return (worker, line) => {
    if (/[^\d\s]/.test(line) && isNews(line)) say(`worker ${worker}: ${line}`);
  };
}

function tellLosses(
  { losses }: Awaited<ReturnType<typeof runLocally>>,
  { say }: LiveProgress,
): void {
  for (const { worker, code, signal, fault } of losses) {
    const how = fault ?? (signal === null ? `it ended with ${code}` : `${signal} ended it`);
    say(`worker ${worker} was lost: ${how}`);
  }
}

function limitOf({ maxMinutes }: RunOptions): AbortSignal | null {
  return maxMinutes === undefined
    ? null
    : AbortSignal.timeout(Math.min(longestTimer, maxMinutes * 60_000));
}
