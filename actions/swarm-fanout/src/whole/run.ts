import { join } from "node:path";
import type { Conclusion, Kit, ValuesOf } from "@swarm-actions/action-kit";
import { CodedError } from "@swarm-actions/core";
import type { LocalSwarm, SwarmOnBoard } from "@swarm-actions/fanout";
import type { OpenHistory } from "@swarm-actions/history-cache";
import { localProcesses, planNext, type SwarmPlan } from "@swarm-actions/swarm";
import { decideAll } from "../collect/decide.ts";
import { finish } from "../collect/finish.ts";
import { readBoard } from "../collect/read-board.ts";
import { spentUsd } from "../collect/spent.ts";
import { tellCoverage } from "../collect/tell-ending.ts";
import { wholeInputs } from "../inputs/declared.ts";
import { findWork } from "../plan/find-work.ts";
import { makePlans } from "../plan/make-plan.ts";
import { tellNothing } from "../plan/tell-plan.ts";
import { jobStart } from "../shared/job-start.ts";
import { openHistory } from "../shared/open-history.ts";
import { workerProgram } from "./worker-program.ts";

type WholeInputs = ValuesOf<typeof wholeInputs>;

/** A whole swarm in this job: its workers are processes, and they meet in a folder. */
export async function whole(kit: Kit): Promise<Conclusion> {
  const inputs = kit.inputs(wholeInputs);
  const startedAt = await jobStart(kit.environment);
  const [found, known] = await kit.stage("Find the tasks", () =>
    Promise.all([findWork(kit, inputs), openHistory(kit, inputs.key, inputs.history)]),
  );
  const facts = { found, history: known.history, startedAt, where: "processes" } as const;
  if (inputs.topology === "hierarchical") throw noGroups();
  const [plan] = await kit.stage("Plan", () => makePlans(kit, { ...inputs, groups: null }, facts));
  if (plan === undefined) {
    tellNothing(kit, found.tasks.length, inputs["min-tasks"] ?? 1);
    return "passed";
  }
  kit.output("tasks", plan.tasks.length);
  kit.output("workers", plan.lists.length);
  kit.output("has-work", "true");
  return conclude(kit, { inputs, known, plan, startedAt });
}

interface LocalRun {
  readonly inputs: WholeInputs;
  readonly known: OpenHistory;
  readonly plan: SwarmPlan;
  readonly startedAt: number;
}

async function conclude(kit: Kit, run: LocalRun): Promise<Conclusion> {
  const { inputs, known, startedAt } = run;
  const swarm = await kit.stage("Work", () => workLocally(kit, run));
  const minCoverage = inputs["min-coverage"] ?? 100;
  const limits = { minCoverage, redactor: kit.redactor };
  const content = await readBoard(swarm, limits, new AbortController().signal);
  tellCoverage(kit, content.collected);
  const decided = await decideAll(kit, inputs, content.collected, known.history);
  const jobs = [{ job: "swarm", startedAt, endedAt: Date.now() }];
  return finish(kit, { inputs, swarm, content, known, decided, workersAre: "processes", jobs });
}

async function workLocally(kit: Kit, { inputs, known, plan, startedAt }: LocalRun) {
  const { createFolderBoard, runLocally } = await import("@swarm-actions/fanout");
  const { key } = inputs;
  const folder = join(kit.environment.temporary, `swarm-actions-${key}`, "board");
  const planRound: LocalSwarm["planRound"] = async (collected) => {
    const decided = await decideAll(kit, inputs, collected, known.history);
    const jobs = [{ job: "swarm", startedAt, endedAt: Date.now() }];
    const next = planNext(collected, {
      ...decided,
      history: known.history,
      // Whoever asks has counted the rounds.
      roundsLeft: 1,
      certainty: inputs.certainty ?? 0.9,
      spentUsd: spentUsd({ collected }, "processes", jobs),
      roundMinutes: 0,
      startedAt,
      endedAt: Date.now(),
      usual: localProcesses,
    });
    kit.info(next.why);
    return next.do === "again" ? next.plan : null;
  };
  const { losses } = await runLocally({
    key,
    folder,
    plan,
    program: workerProgram(kit),
    rounds: inputs["rounds-left"] ?? 2,
    minCoverage: inputs["min-coverage"] ?? 100,
    planRound,
    onProgress: () => {},
    onLine: (worker, line) => kit.info(`${worker}: ${line}`),
    signal: kit.signal,
  });
  for (const { worker, code, signal, fault } of losses) {
    const text = fault ?? (signal === null ? `it ended with ${code}` : `${signal} ended it`);
    kit.annotate({ level: "warning", title: `Worker ${worker}`, text });
  }
  const swarm: SwarmOnBoard = { board: await createFolderBoard(folder), key, attempt: 1 };
  return swarm;
}

function noGroups(): CodedError {
  return new CodedError("swarm/no-groups", "one job has no groups of jobs", {
    fix: "Take another `topology`, or call the workflow `swarm-hierarchical.yml`.",
    place: "with: topology",
  });
}
