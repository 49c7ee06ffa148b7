import { expect, test } from "vitest";
import type { TaskResult } from "../collect/result.ts";
import type { Task } from "../task.ts";
import { votesOf } from "./votes-of.ts";

const task = (key: string, asks?: readonly string[]): Task => ({
  key,
  kind: "ask",
  affinity: null,
  size: 1,
  payload: null,
  ...(asks && { asks }),
});
const result = (key: string, voter: string, label = "yes"): TaskResult => ({
  key,
  status: "done",
  output: null,
  votes: [{ item: "x", voter, label }],
  error: null,
  startedAt: 0,
  seconds: 1,
  usage: null,
});
const voters = (tasks: readonly Task[], results: readonly TaskResult[]) =>
  votesOf(tasks, results).map(({ voter }) => voter);

test("agents of a mesh that vote by one name are told apart", () => {
  const tasks = [task("q@w0"), task("q@w1"), task("q@w2")];
  const results = [result("q@w0", "model"), result("q@w1", "model"), result("q@w2", "other")];
  expect(voters(tasks, results)).toEqual(["model@w0", "model@w1", "other"]);
});

test("agents that are known by name are told apart by it", () => {
  const tasks = [task("q@w0", ["ann"]), task("q@w1", ["bob"])];
  expect(voters(tasks, [result("q@w0", "model"), result("q@w1", "model")])).toEqual([
    "model@ann",
    "model@bob",
  ]);
  expect(voters(tasks, [result("q@w0", "ann"), result("q@w1", "bob")])).toEqual(["ann", "bob"]);
});

test("whoever is asked later votes apart from those who were asked at first", () => {
  const tasks = [task("q", ["ann", "bob"]), task("q+cid", ["cid"])];
  expect(voters(tasks, [result("q", "model"), result("q+cid", "model")])).toEqual([
    "model",
    "model@cid",
  ]);
});

test("one voter of many tasks keeps its name", () => {
  const tasks = [task("q"), task("r")];
  expect(voters(tasks, [result("q", "model"), result("r", "model")])).toEqual(["model", "model"]);
});
