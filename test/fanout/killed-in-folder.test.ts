import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Holds } from "../support/holds.ts";
import { claimsIn, localKeys, patientPlan, runLocalSwarm } from "../support/local-swarm.ts";
import { phases } from "../support/phases.ts";

const inFolder = () => mkdtempDisposable(join(tmpdir(), "killed-"));

test("nobody dies: every task is done once", async () => {
  await using folder = await inFolder();
  // Nobody ends its list, and looks for more, before everybody has the last block of theirs.
  const claims = claimsIn(folder.path);
  const { collected, rounds, losses, done } = await runLocalSwarm(
    folder.path,
    { HOLDS: JSON.stringify({ d: claims, h: claims, l: claims } satisfies Holds) },
    { plan: patientPlan },
  );
  expect(collected).toMatchObject({ outcome: "complete", refused: [], duplicates: [] });
  expect({ rounds, losses }).toEqual({ rounds: 1, losses: [] });
  expect(done.toSorted()).toEqual(localKeys);
});

test.each(phases)("a worker that is killed %s loses nothing", async (phase) => {
  await using folder = await inFolder();
  const DEATH = join(folder.path, "dead");
  // The others leave its list to it until it is dead.
  const HOLDS = JSON.stringify({ h: [DEATH], l: [DEATH] } satisfies Holds);
  const { collected, losses } = await runLocalSwarm(folder.path, {
    ...{ DIE: phase, DIE_WORKER: "0" },
    ...{ DEATH, HOLDS },
  });
  expect(losses).toMatchObject([{ worker: 0, signal: "SIGKILL" }]);
  expect(collected).toMatchObject({ outcome: "complete", missing: [], refused: [] });
  expect(collected.results.map(({ result }) => result.key)).toEqual(localKeys);
});
