import type { ChildProcess } from "node:child_process";

const running = new Set<ChildProcess>();

/** Keeps track of a detached child, so that nothing it started outlives this process. */
export function watchGroup(child: ChildProcess): void {
  if (running.size === 0) process.on("exit", killAll);
  running.add(child);
}

/** Ends whatever is left of the child's group. Afterwards the child is no longer watched. */
export function endGroup(child: ChildProcess): void {
  signalGroup(child, "SIGKILL");
  running.delete(child);
  if (running.size === 0) process.off("exit", killAll);
}

/** Asks the group to stop, and kills it if it has not after so many milliseconds. */
export function stopGroup(child: ChildProcess, graceMs: number): void {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  child.once("close", () => clearTimeout(timer));
}

function killAll(): void {
  for (const child of running) signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  try {
    // A detached child leads a group of its own, named by its negative id. Windows has no groups.
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-pid, signal);
  } catch {
    // The whole group is gone already, which is what was wanted.
  }
}
