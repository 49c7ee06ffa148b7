import type { PanelMember } from "@swarm-actions/review";
import type { Json, Task, TaskResult } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { divideChange } from "../runners/panel/change-parts.ts";
import { createHunksSource } from "../sources/hunks/hunks-source.ts";
import { mergeMembers } from "./merge-members.ts";

const change = changeOf({}, { "a.ts": "one\n", "b.ts": "two\n" });
const found = await createHunksSource({
  select: "",
  change: async () => change,
  ignore: [],
  most: 1,
}).find(new AbortController().signal);
const parts = divideChange(change, []);

const identity = (name: string) =>
  ({ name, provider: name, weight: 1, categories: ["correctness"] }) as const;

function answer(task: Task, ...names: readonly string[]): TaskResult {
  const { files } = parts.asked(task.payload).hunk;
  const members = names.map(
    (name): PanelMember => ({
      ...identity(name),
      coveredPaths: files.map(({ diff }) => diff.path),
      remarks: [],
      skipped: [],
      report: {
        name,
        provider: name,
        status: "ok",
        error: null,
        durationMs: 1,
        findings: 0,
        corrections: [],
        usage: null,
      },
    }),
  );
  const seats = names.map((name) => ({ ...identity(name), split: "hunk" }));
  const output = { version: 1, seats, members } as unknown as Json;
  const more = { votes: [], error: null, startedAt: 0, seconds: 1, usage: null };
  return { key: task.key, status: "done", output, ...more };
}

test("whoever was asked about a part alone has no say on the rest, and lacks nothing", () => {
  const [first, second] = found.tasks;
  if (first === undefined || second === undefined) throw new Error("there are two tasks");
  const asked = [first, second].map((task) => ({ ...task, asks: ["ann"] }));
  const more = { ...second, key: `${second.key}+bob`, asks: ["bob"] };
  const results = [answer(first, "ann"), answer(second, "ann"), answer(more, "bob")];
  const [ann, bob] = mergeMembers({ tasks: [...asked, more], results }, parts);
  expect(ann).toMatchObject({ coveredPaths: ["a.ts", "b.ts"], skipped: [] });
  expect(bob).toMatchObject({ coveredPaths: ["b.ts"], skipped: [] });
});

test("whoever was asked, and whose task is lost, lacks it", () => {
  const [first, second] = found.tasks.map((task) => ({ ...task, asks: ["ann"] }));
  if (first === undefined || second === undefined) throw new Error("there are two tasks");
  const [ann] = mergeMembers({ tasks: [first, second], results: [answer(first, "ann")] }, parts);
  expect(ann?.skipped).toEqual([
    { path: "b.ts", hunk: 0, reason: "its task has no result in the swarm" },
  ]);
});
