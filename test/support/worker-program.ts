// A worker of a swarm whose tasks only wait. DIE says in which phase it ends itself, as a machine that
// loses its power would; DIE_WORKER, which worker of the first round does; DEATH, the file that says that it
// did; UNFIT, that its runner is broken. HOLDS says by task which files have to be there before it ends.
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CodedError } from "@swarm-actions/core";
import {
  createArtifactBoard,
  createFolderBoard,
  readWorkerCall,
  runWorker,
  runWorkerProcess,
  type WorkerCall,
} from "@swarm-actions/fanout";
import { type Board, parseName, type TaskRunner } from "@swarm-actions/swarm";
import type { Holds } from "./holds.ts";
import type { Phase } from "./phases.ts";

const { DIE, DIE_WORKER, DEATH, TASK_LOG, UNFIT, WHERE, RUNNER_TEMP = "" } = process.env;
const holds: Holds = JSON.parse(process.env.HOLDS ?? "{}");
const called = readWorkerCall(process.env);
if (called === null) throw new Error("nobody said which worker this is");
const call: WorkerCall = called;
const isMortal = call.epoch === 0 && String(call.worker) === DIE_WORKER;

process.exit(WHERE === "artifacts" ? await workOnArtifacts() : await workInFolder());

async function workInFolder(): Promise<number> {
  const board = await createFolderBoard(call.folder);
  // It makes its own board: what is mortal is given to the other way in.
  return isMortal ? work(mortal(board)) : runWorkerProcess(call, () => runner());
}

function workOnArtifacts(): Promise<number> {
  const board = createArtifactBoard({ temporary: RUNNER_TEMP });
  return work(isMortal ? mortal(board) : board);
}

async function work(board: Board): Promise<number> {
  const { signal } = new AbortController();
  const onTrouble = (text: string) => void process.stderr.write(`${text}\n`);
  await runWorker({ ...call, board, makeRunner: () => runner(), onTrouble, signal });
  return 0;
}

function dieAt(phase: Phase): void {
  if (!isMortal || DIE !== phase) return;
  if (DEATH !== undefined) writeFileSync(DEATH, "");
  process.kill(process.pid, "SIGKILL");
}

/** Whoever is to die waits for nobody. */
function isHeld(key: string): boolean {
  return !isMortal && holds[key]?.every((file) => existsSync(file)) === false;
}

function mortal(board: Board): Board {
  return {
    ...board,
    claim: async (name, signal) => {
      dieAt("before a claim");
      const answer = await board.claim(name, signal);
      dieAt("after a claim");
      return answer;
    },
    put: async (name, content, signal) => {
      const isPage = parseName(name, call.key)?.kind === "result";
      if (isPage) dieAt("before a page");
      if (isPage && WHERE !== "artifacts" && DIE === "half-way through a page") {
        writeFileSync(join(call.folder, `.draft-${process.pid}`), content.slice(0, 100));
        dieAt("half-way through a page");
      }
      const answer = await board.put(name, content, signal);
      if (isPage) dieAt("after a page");
      return answer;
    },
  };
}

function runner(): TaskRunner {
  let done = 0;
  return {
    check: async () => {
      if (UNFIT !== undefined) throw new CodedError("test/unfit", "it cannot", { fix: "Mend it." });
    },
    run: async (tasks, tell, signal) => {
      for (const { key, payload } of tasks) {
        const startedAt = Date.now();
        await wait(Number(payload), undefined, { signal });
        while (isHeld(key)) await wait(20, undefined, { signal });
        if (TASK_LOG !== undefined) appendFileSync(TASK_LOG, `${key}\n`);
        const seconds = (Date.now() - startedAt) / 1000;
        const output = { by: call.worker, epoch: call.epoch };
        tell({
          key,
          status: "done",
          output,
          votes: [],
          error: null,
          startedAt,
          seconds,
          usage: null,
        });
        if (++done === 1) dieAt("in the middle of a block");
      }
    },
    health: () => [],
    learn: () => {},
  };
}
