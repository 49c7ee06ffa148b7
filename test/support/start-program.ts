import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { top } from "../../scripts/top.ts";

/** `npm start` without its launcher, in a folder for temporary files of its own. */
export interface StartProgram extends AsyncDisposable {
  readonly child: ChildProcess;
  /** What it has printed so far, both streams. */
  readonly text: () => string;
  readonly ended: Promise<number | null>;
  /** Names of the files and folders that it left for temporary use. */
  readonly leftovers: () => readonly string[];
  /** Processes that are still at work for it. */
  readonly survivors: () => readonly string[];
}

export function startProgram(...args: readonly string[]): StartProgram {
  const temporary = mkdtempSync(join(tmpdir(), "swarm-start-"));
  const child = spawn(process.execPath, [join(top, "scripts/start.ts"), ...args], {
    cwd: top,
    env: { PATH: process.env.PATH, TMPDIR: temporary, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
  const { promise: ended, resolve, reject } = Promise.withResolvers<number | null>();
  child.on("error", reject).on("close", resolve);
  return {
    child,
    text: () => text,
    ended,
    leftovers: () => readdirSync(temporary),
    survivors: () => processesNaming(temporary),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGKILL");
      await ended;
      rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Process ids whose environment names a folder; none where the system does not tell. */
function processesNaming(folder: string): readonly string[] {
  if (!existsSync("/proc/self/environ")) return [];
  const ids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return ids.filter((id) => environmentOf(id).includes(folder));
}

function environmentOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/environ`, "utf8");
  } catch {
    // It has just ended, or is somebody else's.
    return "";
  }
}
