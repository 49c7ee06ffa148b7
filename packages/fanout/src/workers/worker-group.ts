import type { ChildProcess } from "node:child_process";

/** How long a worker may take to put its results up and to end its programs. */
const graceMs = 10_000;
const running = new Set<ChildProcess>();

/** Keeps track of a detached child, so that it does not outlive this process. */
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

/** Asks the child to end, and kills its group if it does not. */
export function stopGroup(child: ChildProcess): void {
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
