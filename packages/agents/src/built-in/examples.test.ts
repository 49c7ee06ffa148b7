import type { Remark, ReviewTask, RuleDoc, RuleExample } from "@swarm-actions/review";
import { describe, expect, it } from "vitest";
import { tasksOf } from "../../../../test/support/change.ts";
import { builtInAgents } from "./all.ts";
import type { BuiltInAgent } from "./define.ts";

const never = new AbortController().signal;

it("has agents in alphabetical order, each name once", () => {
  const names = builtInAgents.map((agent) => agent.name);
  expect(names).toEqual([...new Set(names)].sort());
});

describe.each(builtInAgents.map((agent) => [agent.name, agent] as const))("%s", (_, agent) => {
  it("names every rule `agent/rule`, and each once", () => {
    const ids = agent.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/);
    for (const id of ids) expect(id.split("/")[0]).toBe(agent.name);
  });

  describe.each(agent.rules.map((rule) => [rule.id, rule] as const))("%s", (_, rule) => {
    it("is documented, with an example of each kind", () => {
      expect(rule.title).toMatch(/\S/);
      expect(rule.title).not.toMatch(/\n/);
      expect(rule.why).toMatch(/\S/);
      expect(rule.fix).toMatch(/\S/);
      expect(rule.flagged.length).toBeGreaterThan(0);
      expect(rule.clean.length).toBeGreaterThan(0);
    });

    it.each(named(rule.flagged))("flags: %s", async (_, example) => {
      const task = taskOfExample(example);
      const remarks = await remarksOf(agent, task);
      expect(new Set(remarks.map((remark) => remark.rule))).toEqual(new Set([rule.id]));
      for (const remark of remarks) expectPlaceUnderReview(agent, task, remark);
      for (const remark of remarks) expect(remark.message).toMatch(/\S/);
    });

    it.each(named(rule.clean))("is silent on: %s", async (_, example) => {
      const remarks = await remarksOf(agent, taskOfExample(example));
      expect(remarks.filter((remark) => remark.rule === rule.id)).toEqual([]);
    });

    it("keeps working, and stays silent on its clean examples, with the diff alone", async () => {
      for (const example of rule.flagged) await remarksOf(agent, diffAlone(example));
      for (const example of rule.clean) {
        expect(idsOf(await remarksOf(agent, diffAlone(example)))).not.toContain(rule.id);
      }
    });

    it("says nothing when no hunk is to be reviewed", async () => {
      for (const example of rule.flagged) {
        const remarks = await remarksOf(agent, withoutHunks(taskOfExample(example)));
        expect(remarks.filter((remark) => remark.place.kind === "lines")).toEqual([]);
      }
    });
  });
});

function named(examples: RuleDoc["flagged"]): [string, RuleExample][] {
  return examples.map((example) => [example.title, example]);
}

/** Every example's change, all made at once: git takes its time to start. */
const tasks: ReadonlyMap<RuleExample, ReviewTask> = (() => {
  const rules = builtInAgents.flatMap((agent) => agent.rules);
  const examples = rules.flatMap((rule) => [...rule.flagged, ...rule.clean]);
  const made = tasksOf(examples.map(({ before = {}, after }) => ({ before, after })));
  return new Map(
    made.flatMap((task, index) => {
      const example = examples[index];
      return example === undefined ? [] : [[example, task] as const];
    }),
  );
})();

function taskOfExample(example: RuleExample): ReviewTask {
  const task = tasks.get(example);
  if (task === undefined) throw new Error(`no change was made of the example ${example.title}`);
  return task;
}

function diffAlone(example: RuleExample): ReviewTask {
  const task = taskOfExample(example);
  const files = task.files.map((file) => ({
    ...file,
    before: null,
    after: null,
    sizeAfter: null,
  }));
  return { ...task, files, repositoryPaths: [] };
}

function withoutHunks(task: ReviewTask): ReviewTask {
  return { ...task, files: task.files.map((file) => ({ ...file, hunks: [] })) };
}

async function remarksOf(agent: BuiltInAgent, task: ReviewTask): Promise<readonly Remark[]> {
  const files = task.files.filter((file) => agent.covers(file));
  return (await agent.review({ ...task, files }, never)).remarks;
}

function idsOf(remarks: readonly Remark[]): string[] {
  return remarks.map((remark) => remark.rule);
}

function expectPlaceUnderReview(agent: BuiltInAgent, task: ReviewTask, { place }: Remark): void {
  if (place.kind === "change") return;
  const file = task.files.find((candidate) => candidate.diff.path === place.path);
  expect(file === undefined ? `no file ${place.path}` : agent.covers(file)).toBe(true);
  if (place.kind === "file") return;
  const lines = file?.hunks.flatMap((index) => file.diff.hunks[index]?.lines ?? []) ?? [];
  const numbers = lines.map((line) => (place.side === "new" ? line.newLine : line.oldLine));
  expect(numbers).toContain(place.startLine);
  expect(numbers).toContain(place.endLine);
}
