import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runLocalSwarm } from "../support/local-swarm.ts";
import { type FoundProcess, processesOf } from "../support/processes-of.ts";
import { planOf } from "../support/swarm-builders.ts";

const program = fileURLToPath(new URL("../support/orphaning-worker.ts", import.meta.url));

test.runIf(process.platform === "linux")(
  "what a worker had started does not outlive it when it is killed",
  async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), "orphans-"));
    const { PATH = "" } = process.env;
    const swarm = runLocalSwarm(
      folder.path,
      {},
      {
        plan: planOf({ lists: [[["a"]]], seconds: 600 }),
        program: {
          words: [process.execPath, program],
          cwd: folder.path,
          environment: { PATH, FOLDER: folder.path },
        },
        rounds: 0,
      },
    );
    const sleeps = async () => (await processesOf(folder.path)).filter(isSleep);
    await until(async () => (await sleeps()).length === 2);
    const before = await processesOf(folder.path);
    const [worker] = before.filter(({ command }) => command.includes("orphaning-worker"));
    process.kill(worker?.id ?? Number.NaN, "SIGKILL");
    const { collected, losses } = await swarm;
    expect(losses).toMatchObject([{ worker: 0, signal: "SIGKILL" }]);
    expect(collected.missing.map(({ key }) => key)).toEqual(["a"]);
    expect(await processesOf(folder.path)).toEqual([]);
  },
);

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 300_000;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error("it did not come to that");
    await wait(50);
  }
}

function isSleep({ command }: FoundProcess): boolean {
  return command.startsWith("sleep ");
}
