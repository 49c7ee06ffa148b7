import { readdir, readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** By this variable what a worker starts, and what that starts, is known again. */
const variable = "SWARM_MARK";
/** Milliseconds: what is ended is gone once it gets its turn, and may have started another until then. */
const patience = 10_000;
const pause = 20;

/** What a worker is given, for all that it starts. */
export function markVariables(mark: string): Readonly<Record<string, string>> {
  return { [variable]: mark };
}

/**
 * Ends what a worker left running that was killed, and so could not end it: its programs are in groups of
 * their own. Waits until they are gone. Only on Linux processes tell what they were started with; elsewhere
 * nothing is ended.
 */
export async function endOrphans(mark: string): Promise<void> {
  if (process.platform !== "linux") return;
  for (let waited = 0; waited < patience; waited += pause) {
    const orphans = await marked(mark);
    if (orphans.length === 0) return;
    for (const id of orphans) end(id);
    await wait(pause);
  }
}

async function marked(mark: string): Promise<readonly number[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    ids.map(async (id) => (await variablesOf(id)).includes(`${variable}=${mark}`)),
  );
  return ids.filter((id, at) => found[at] === true && id !== process.pid);
}

/** Empty: it has ended meanwhile, or it is somebody else's. */
async function variablesOf(id: number): Promise<readonly string[]> {
  const text = await readFile(`/proc/${id}/environ`, "utf8").catch(() => "");
  return text.split("\0");
}

function end(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It has ended by itself, which is what was wanted.
  }
}
