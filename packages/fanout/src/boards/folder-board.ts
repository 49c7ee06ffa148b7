import { randomUUID } from "node:crypto";
import {
  constants,
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  rm,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import type { Board, BoardEntry } from "@swarm-actions/swarm";
import { boardUnavailable, notFound, tooLarge } from "./board-error.ts";

/** What a name may look like, so that it is a file of the folder and nothing else. */
const plain = /^[a-z0-9][a-z0-9-]{0,200}$/;
/** Where contents are written before they hang on the board; no name on it begins so. */
const draftPrefix = ".draft-";

/**
 * A board in a folder, for processes of one machine. A name is a file; making it is one step, so that one
 * process gets it, and what is seen is whole.
 */
export async function createFolderBoard(folder: string): Promise<Board> {
  await mkdir(folder, { recursive: true });
  const pathOf = (name: string): string => {
    if (!plain.test(name)) throw boardUnavailable(name, new Error("no name for a board"));
    return join(folder, name);
  };
  return {
    claim: async (name, signal) => {
      signal.throwIfAborted();
      const path = pathOf(name);
      return (await isNew(name, () => create(path))) ? "won" : "taken";
    },
    put: async (name, content, signal) => {
      signal.throwIfAborted();
      const path = pathOf(name);
      const draft = join(folder, `${draftPrefix}${randomUUID()}`);
      const isKept = await isNew(name, () => hang(draft, content, path));
      return isKept ? "kept" : "taken";
    },
    list: async (prefix, signal) => {
      signal.throwIfAborted();
      const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
      const entries = await Promise.all(names.sort().map((name) => entryOf(folder, name)));
      return entries.filter((entry) => entry !== null);
    },
    get: async (name, limit, signal) => {
      signal.throwIfAborted();
      return read(name, pathOf(name), limit);
    },
    remove: async (name, signal) => {
      signal.throwIfAborted();
      return remove(name, pathOf(name));
    },
  };
}

/** Whether a file that must not be there yet was made. */
async function isNew(name: string, make: () => Promise<void>): Promise<boolean> {
  try {
    await make();
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw boardUnavailable(name, cause);
  }
}

async function create(path: string): Promise<void> {
  const file = await open(path, "wx");
  await file.close();
}

/** A link is made at once or not at all; where there are none, nobody reads a page before its claim is seen. */
async function hang(draft: string, content: string, path: string): Promise<void> {
  try {
    await writeFile(draft, content, { flag: "wx" });
    await link(draft, path).catch(async (cause: unknown) => {
      if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(codeOf(cause))) throw cause;
      await copyFile(draft, path, constants.COPYFILE_EXCL);
    });
  } finally {
    // On a full disk what was written of it would take the room of all that is still to come.
    await rm(draft, { force: true });
  }
}

async function entryOf(folder: string, name: string): Promise<BoardEntry | null> {
  try {
    return { name, size: (await stat(join(folder, name))).size };
  } catch {
    // It was taken down while the list was made.
    return null;
  }
}

async function read(name: string, path: string, limit: number): Promise<string> {
  try {
    const file = await open(path, "r");
    try {
      const found = await file.stat();
      if (!found.isFile()) throw notFound(name);
      if (found.size > limit) throw tooLarge(name, limit);
      return await file.readFile("utf8");
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") throw notFound(name);
    throw cause;
  }
}

async function remove(name: string, path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return false;
    throw boardUnavailable(name, cause);
  }
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}
