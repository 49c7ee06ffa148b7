import { describe, expect, test } from "vitest";
import type { ResultPage, TaskResult } from "../../collect/result.ts";
import { noHistory } from "../../history/history.ts";
import type { MeshRound, TaskRunner } from "../../queue/task-runner.ts";
import { AskingRunner, type TestProvider } from "../../queue/testing/asking-runner.ts";
import { MemoryBoard, soundBoard } from "../../queue/testing/memory-board.ts";
import { VirtualClock } from "../../queue/testing/virtual-clock.ts";
import { createRandom } from "../../simulate/random.ts";
import { questionOf } from "./mesh-key.ts";
import type { MeshOptions } from "./mesh-options.ts";
import { meshThrough } from "./mesh-through.ts";
import { planMesh } from "./plan-mesh.ts";

const question = (key: string) => ({ key, kind: "ask", affinity: null, size: 1, payload: key });
const plan = planMesh([question("x"), question("y")], 3, noHistory, { key: "mesh" });

/** What an agent says to a question, given what its peers said. */
type Opinion = (agent: number, question: string, mesh: MeshRound, peers: string[]) => string;

function agent(number: number, opinion: Opinion, clock: VirtualClock): TaskRunner {
  return {
    check: async () => {},
    health: () => [],
    learn: () => {},
    run: async (tasks, tell, signal, mesh) => {
      for (const { key } of tasks) {
        await clock.sleep(5_000, signal);
        if (signal.aborted || mesh === undefined) return;
        const peers = (mesh.peers.get(key) ?? []).map(({ result }) => String(result.output));
        const output = opinion(number, questionOf(key), mesh, peers);
        const base = { status: "done", votes: [], error: null, usage: null } as const;
        tell({ ...base, key, output, startedAt: clock.now(), seconds: 5 });
      }
    },
  };
}

interface Scene {
  readonly opinion: Opinion;
  readonly agents?: readonly number[];
  readonly options?: Partial<MeshOptions>;
  readonly pages?: Readonly<Record<string, string>>;
}

async function play({ opinion, agents = [0, 1, 2], options = {}, pages = {} }: Scene) {
  const clock = new VirtualClock();
  const board = new MemoryBoard(clock, soundBoard, createRandom(1));
  for (const [name, content] of Object.entries(pages)) board.visible.set(name, content);
  const begun = clock.now();
  const work = agents.map((worker) =>
    meshThrough(plan, {
      worker,
      attempt: 1,
      board: board.reach(),
      clock,
      random: () => 0.5,
      runner: agent(worker, opinion, clock),
      signal: new AbortController().signal,
      rules: { rounds: 4, quorum: 2, deadlineSeconds: 60 },
      lookSeconds: 2,
      ...options,
    }),
  );
  const reports = await clock.runUntil(Promise.all(work));
  const seconds = (clock.now() - begun) / 1000;
  // What was put up last shows a little later.
  await clock.runUntil(clock.sleep(60_000));
  const results = [...board.visible]
    .filter(([name]) => name.includes("-result-"))
    .flatMap(([, page]): readonly TaskResult[] => (JSON.parse(page) as ResultPage).results);
  return { reports, results, seconds };
}

/** Everybody has an opinion of their own, and gives it up where two peers agree on another. */
const swayed: Opinion = (agent, _question, { round }, peers) =>
  round > 0 && peers.length === 2 && peers[0] === peers[1]
    ? (peers[0] ?? "")
    : agent === 0
      ? "no"
      : "yes";

test("agents read each other, revise, and stop when nothing changes", async () => {
  const { reports, results } = await play({ opinion: swayed });
  expect(results.map(({ output }) => output)).toEqual(Array(6).fill("yes"));
  expect(new Set(results.map(({ key }) => key))).toEqual(new Set(plan.tasks.map(({ key }) => key)));
  for (const { rounds, end, report } of reports) {
    expect({ rounds, end, isDone: report.isDone }).toEqual({
      rounds: 3,
      end: "unchanged",
      isDone: true,
    });
  }
});

test("in the first round nobody has read anybody", async () => {
  const seen: number[] = [];
  await play({
    opinion: (_agent, _question, { round }, peers) => {
      if (round === 0) seen.push(peers.length);
      return "yes";
    },
  });
  expect(seen).toEqual(Array(6).fill(0));
});

test("agents that never agree stop after their rounds", async () => {
  const { reports } = await play({
    opinion: (agent, question, { round }) => `${agent}${question}${round}`,
  });
  expect(reports.map(({ rounds, end }) => [rounds, end])).toEqual(Array(3).fill([4, "rounds"]));
});

test("one round is what no mesh would do: nobody waits", async () => {
  const { seconds, results } = await play({
    opinion: swayed,
    options: { rules: { rounds: 1, quorum: 2, deadlineSeconds: 60 } },
  });
  expect(results).toHaveLength(6);
  expect(seconds).toBeLessThan(20);
});

test("a dead peer holds nobody up beyond the deadline", async () => {
  const { reports, seconds, results } = await play({ opinion: swayed, agents: [0, 1] });
  expect(results).toHaveLength(4);
  expect(reports.map(({ end }) => end)).toEqual(["unchanged", "unchanged"]);
  expect(seconds).toBeLessThan(2 * (60 + 15) + 15);
});

test("an agent that is left alone keeps its answers", async () => {
  const { reports, results } = await play({ opinion: swayed, agents: [2] });
  expect(reports[0]).toMatchObject({ rounds: 1, end: "alone" });
  expect(results).toHaveLength(2);
});

test("a page that is forged, or of another plan, is not read", async () => {
  const forged = (content: string) => ({ "zz-mesh-round-a1-w2-r0-e0": content });
  const other = JSON.stringify({ version: 1, plan: "0".repeat(64), round: 0, results: [] });
  for (const content of ["{", other, "[".repeat(500)]) {
    const { reports } = await play({ opinion: swayed, agents: [0], pages: forged(content) });
    expect(reports[0]?.end).toBe("alone");
  }
});

test("who is stopped puts up what it has", async () => {
  const stopping = new AbortController();
  const opinion: Opinion = (agent, key) => {
    if (agent === 0 && key === "y") stopping.abort();
    return "yes";
  };
  const { reports, results } = await play({
    opinion,
    agents: [0],
    options: { signal: stopping.signal },
  });
  expect(reports[0]).toMatchObject({ end: null, report: { isDone: false } });
  expect(results).toHaveLength(2);
});

describe("a job that is run again", () => {
  interface Again {
    readonly agents?: readonly number[];
    readonly stopped?: readonly number[];
    /** Names that hang on the board beside what the first attempt put up. */
    readonly also?: readonly string[];
    readonly again?: readonly number[];
  }

  /** Plays a first attempt, and then some of its jobs once more. */
  async function rerun({ agents = [0, 1, 2], stopped = [], also = [], again = [0] }: Again) {
    const clock = new VirtualClock();
    const board = new MemoryBoard(clock, soundBoard, createRandom(1));
    const attend = (attempt: number, workers: readonly number[], opinion: Opinion) =>
      clock.runUntil(
        Promise.all(
          workers.map((worker) => {
            const stop = new AbortController();
            if (attempt === 1 && stopped.includes(worker))
              void clock.sleep(12_000).then(() => stop.abort());
            return meshThrough(plan, {
              ...{
                worker,
                attempt,
                board: board.reach(),
                clock,
                random: () => 0.5,
                lookSeconds: 2,
              },
              runner: agent(worker, opinion, clock),
              signal: stop.signal,
              rules: { rounds: 4, quorum: 2, deadlineSeconds: 600 },
            });
          }),
        ),
      );
    await attend(1, agents, swayed);
    await clock.runUntil(clock.sleep(60_000));
    for (const name of also) board.visible.set(name, "{}");
    const begun = clock.now();
    const read: string[][] = [];
    const reports = await attend(2, again, (number, key, mesh, peers) => {
      if (number === again[0] && mesh.round > 0) read.push(peers);
      return swayed(number, key, mesh, peers);
    });
    return { reports, seconds: (clock.now() - begun) / 1000, read };
  }

  test("goes on at once with what its peers said, as they will not write any more", async () => {
    const { reports, seconds, read } = await rerun({});
    expect(reports[0]).toMatchObject({ rounds: 3, end: "unchanged", report: { isDone: true } });
    expect(read[0]).toEqual(["yes", "yes"]);
    expect(seconds).toBeLessThan(60);
  });

  test("waits for a peer that was stopped, as it may be run again", async () => {
    const { reports, seconds } = await rerun({ stopped: [2] });
    expect(reports[0]?.end).toBe("unchanged");
    expect(seconds).toBeGreaterThan(600);
  });

  test("waits for a peer that died, as it may be run again", async () => {
    const { seconds } = await rerun({ agents: [0, 1] });
    expect(seconds).toBeGreaterThan(600);
  });

  test("reads peers that are run again beside it, and those that are not", async () => {
    const { reports, seconds } = await rerun({ stopped: [0, 2], again: [0, 2] });
    expect(reports.map(({ end }) => end)).toEqual(["unchanged", "unchanged"]);
    expect(seconds).toBeLessThan(60);
  });

  test("does not take what was said to an earlier plan for an answer, where all are run again", async () => {
    const { reports, seconds } = await rerun({ also: ["zz-mesh-plan-a2-e0"] });
    expect(reports[0]).toMatchObject({ rounds: 1, end: "alone" });
    expect(seconds).toBeGreaterThan(600);
  });
});

describe("a provider that is down", () => {
  const many = planMesh(
    Array.from({ length: 12 }, (_, at) => question(`q${at}`)),
    6,
    noHistory,
    { key: "mesh" },
  );
  const minute = 60_000;

  async function ask(starts: readonly number[], rounds: number) {
    const clock = new VirtualClock();
    const board = new MemoryBoard(clock, soundBoard, createRandom(1));
    const provider: TestProvider = { asked: [], isUp: () => false };
    const begun = clock.now();
    const work = starts.map(async (start, worker) => {
      await clock.sleep(start);
      return meshThrough(many, {
        ...{ worker, attempt: 1, board: board.reach(), clock, random: () => 0.5, lookSeconds: 2 },
        runner: new AskingRunner(provider, clock, 5),
        signal: new AbortController().signal,
        rules: { rounds, quorum: 4, deadlineSeconds: 60 },
      });
    });
    await clock.runUntil(Promise.all(work));
    return { asked: provider.asked.length, minutes: Math.ceil((clock.now() - begun) / minute) };
  }

  test("is not asked by agents that begin when others have given it up", async () => {
    const { asked, minutes } = await ask(
      [0, 0, 4, 4, 4, 4].map((at) => at * minute),
      1,
    );
    expect(asked).toBeLessThanOrEqual(2 * 4 + minutes);
  });

  test("is asked no more in further rounds than once a minute by all", async () => {
    const { asked, minutes } = await ask([0, 0, 0, 0, 0, 0], 3);
    expect(asked).toBeLessThanOrEqual(6 * 4 + minutes);
  });
});
