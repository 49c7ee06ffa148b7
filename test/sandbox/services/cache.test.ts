import { expect, test } from "vitest";
import { runJob, startShop } from "./job.ts";

const client = `
import { restoreCache, saveCache } from "@actions/cache";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
const save = async (key, text) => {
  mkdirSync("state", { recursive: true });
  writeFileSync("state/etags.json", text);
  return saveCache(["state"], key);
};
const restore = async (key, ...others) => {
  rmSync("state", { recursive: true, force: true });
  const matched = await restoreCache(["state"], key, others);
  return matched === undefined ? null : [matched, readFileSync("state/etags.json", "utf8")];
};
`;

test("what one run saves the next restores, by key or by the beginning of one", async () => {
  await using sandbox = await startShop();
  await runJob(sandbox, `${client} await save("etags-1", "old"); await save("etags-2", "new");`);
  const { outputs } = await runJob(
    sandbox,
    `${client}
    output("exact", await restore("etags-1"));
    output("prefix", await restore("etags-3", "etags-"));
    output("none", await restore("other", "nothing-"));`,
  );
  expect(outputs).toEqual({ exact: ["etags-1", "old"], prefix: ["etags-2", "new"], none: null });
});

test("an entry never changes", async () => {
  await using sandbox = await startShop();
  const { outputs, run } = await runJob(
    sandbox,
    `${client}
    await save("etags", "first");
    output("second", await save("etags", "second"));
    output("restored", await restore("etags"));`,
  );
  expect(outputs).toEqual({ second: -1, restored: ["etags", "first"] });
  expect(run.log).toContain("Unable to reserve cache with key etags");
});

test("a branch reads what the default branch saved, and the default branch nothing of a branch", async () => {
  await using sandbox = await startShop();
  const onBranch = { event: { name: "push", payload: { ref: "refs/heads/topic" } } };
  await runJob(sandbox, `${client} await save("main-key", "of main");`);
  const branch = await runJob(
    sandbox,
    `${client}
    output("main", await restore("main-key"));
    await save("topic-key", "of topic");`,
    onBranch,
  );
  expect(branch.outputs.main).toEqual(["main-key", "of main"]);
  const main = await runJob(sandbox, `${client} output("topic", await restore("topic-key"));`);
  expect(main.outputs.topic).toBeNull();
  const again = await runJob(
    sandbox,
    `${client} output("topic", await restore("topic-key"));`,
    onBranch,
  );
  expect(again.outputs.topic).toEqual(["topic-key", "of topic"]);
});
