import { expect, test } from "vitest";
import { callVariables, readWorkerCall } from "./worker-call.ts";

const call = { folder: "/board", key: "swarm", attempt: 1, epoch: 0, worker: 3 };

test("a process learns which worker it is", () => {
  expect(readWorkerCall(callVariables(call))).toEqual(call);
  expect(readWorkerCall({})).toBeNull();
});

test.each([
  "",
  "{",
  "{}",
  JSON.stringify({ ...call, key: "../x" }),
  JSON.stringify({ ...call, worker: -1 }),
])("%j says nothing of the kind", (text) => {
  expect(() => readWorkerCall({ SWARM_WORKER: text })).toThrow(/does not say which worker/);
});
