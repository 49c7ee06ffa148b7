import { readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { CodedError, messageOf } from "@swarm-actions/core";
import { pathsIn } from "./run-folder.ts";

/** How often a process says that it is still at it, and after how long without that nobody is. */
const beatMs = 5_000;
const staleMs = 30_000;

/**
 * Keeps a second process from going on with the same run: it would do every task again. A process that was
 * killed holds nothing, nor does one of which nothing was heard for half a minute.
 * @throws CodedError `swarm/folder-in-use`, `cli/unwritable`
 */
export async function holdFolder(folder: string): Promise<AsyncDisposable> {
  const file = pathsIn(folder).holder;
  const holder = await holderOf(file);
  if (holder !== null) throw inUse(folder, holder);
  try {
    await writeFile(file, `${process.pid}\n`);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
  const now = (): Date => new Date();
  // Where the file is gone nobody can be kept out any more, and the run goes on.
  const timer = setInterval(() => void utimes(file, now(), now()).catch(() => {}), beatMs);
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await rm(file, { force: true }).catch(() => {});
    },
  };
}

/** The process that is at work in a folder; null: none is. */
async function holderOf(file: string): Promise<number | null> {
  const [text, seen] = await Promise.all([
    readFile(file, "utf8").catch(() => ""),
    stat(file).catch(() => null),
  ]);
  const id = Number.parseInt(text, 10);
  if (seen === null || Date.now() - seen.mtimeMs > staleMs) return null;
  return id > 0 && id !== process.pid && (await isAlive(id)) ? id : null;
}

async function isAlive(id: number): Promise<boolean> {
  try {
    process.kill(id, 0);
  } catch (cause) {
    // It is there, and belongs to somebody else.
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
  // One that was killed stays in the system's list until its parent looks; only Linux tells.
  const known = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
  return !/\) [ZX] [^)]*$/.test(known);
}

function inUse(folder: string, id: number): CodedError {
  return new CodedError("swarm/folder-in-use", `the process ${id} is at work in this folder`, {
    fix: "Wait until it has ended, or stop it with Ctrl-C.",
    place: folder,
  });
}

function unwritable(folder: string, cause: unknown): CodedError {
  return new CodedError("cli/unwritable", `the folder of the run: ${messageOf(cause)}`, {
    fix: "Make room in it, or name another folder with `--output`.",
    place: folder,
    cause,
  });
}
