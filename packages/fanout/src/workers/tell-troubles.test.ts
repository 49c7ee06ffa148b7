import { CodedError } from "@swarm-actions/core";
import type { Board, TaskRunner } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { tellTroubles } from "./tell-troubles.ts";

const going = new AbortController().signal;
const down = () =>
  Promise.reject(new CodedError("board/unavailable", "no answer", { fix: "Wait." }));
const board: Board = { claim: down, list: down, put: down, get: down, remove: async () => true };
const runner: TaskRunner = {
  check: async () => {},
  run: () => Promise.reject(new Error("gave up")),
  health: () => [],
  learn: () => {},
};

test("what a worker goes on in spite of is told once, and still thrown", async () => {
  const said: string[] = [];
  const troubles = tellTroubles((trouble) => void said.push(trouble));
  const telling = troubles.board(board);
  for (let look = 0; look < 3; look++)
    await expect(telling.list("zz-", going)).rejects.toThrow("no answer");
  await expect(telling.claim("zz-a", going)).rejects.toThrow("no answer");
  await expect(troubles.runner(runner).run([], () => {}, going)).rejects.toThrow("gave up");
  expect(await telling.remove("zz-a", going)).toBe(true);
  expect(said).toEqual([
    "looking: board/unavailable: no answer\nWait.",
    "claiming: board/unavailable: no answer\nWait.",
    "doing tasks: gave up",
  ]);
});

test("what was stopped is no trouble", async () => {
  const said: string[] = [];
  const { runner: telling } = tellTroubles((trouble) => void said.push(trouble));
  await expect(telling(runner).run([], () => {}, AbortSignal.abort())).rejects.toThrow();
  expect(said).toEqual([]);
});
