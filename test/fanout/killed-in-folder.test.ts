import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { localKeys, runLocalSwarm } from "../support/local-swarm.ts";
import { phases } from "../support/phases.ts";

const inFolder = () => mkdtempDisposable(join(tmpdir(), "killed-"));

test("nobody dies: every task is done once", async () => {
  await using folder = await inFolder();
  const { collected, rounds, losses, done } = await runLocalSwarm(folder.path, {});
  expect(collected).toMatchObject({ outcome: "complete", refused: [], duplicates: [] });
  expect({ rounds, losses }).toEqual({ rounds: 1, losses: [] });
  expect(done.toSorted()).toEqual(localKeys);
});

test.each(phases)("a worker that is killed %s loses nothing", async (phase) => {
  await using folder = await inFolder();
  const { collected, losses } = await runLocalSwarm(folder.path, { DIE: phase, DIE_WORKER: "0" });
  expect(losses).toMatchObject([{ worker: 0, signal: "SIGKILL" }]);
  expect(collected).toMatchObject({ outcome: "complete", missing: [], refused: [] });
  expect(collected.results.map(({ result }) => result.key)).toEqual(localKeys);
});
