import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { CodedError, messageOf } from "@swarm-actions/core";

/**
 * The text of a file that people named: a link is followed.
 * @param limit bytes
 * @throws CodedError `tasks/unreadable`, `tasks/too-large`
 */
export async function readBounded(path: string, limit: number): Promise<string> {
  const target = await realpath(path).catch(() => path);
  const text = await readIfThere(target, limit);
  if (text !== null) return text;
  throw unreadable(path, "there is no such file");
}

/**
 * The text of a file that a program may have left: no link, no pipe that never ends, and no more than
 * `limit` bytes. Null where there is no such file.
 * @throws CodedError `tasks/unreadable`, `tasks/too-large`
 */
export async function readIfThere(path: string, limit: number): Promise<string | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  let file: FileHandle;
  try {
    file = await open(path, flags);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return null;
    throw unreadable(path, messageOf(cause));
  }
  try {
    return await readOpen(file, path, limit);
  } finally {
    await file.close();
  }
}

async function readOpen(file: FileHandle, path: string, limit: number): Promise<string> {
  const facts = await file.stat();
  if (!facts.isFile()) throw unreadable(path, "it is not a file");
  // It may grow while it is read, so that its size alone says nothing.
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = file.createReadStream({ start: 0, end: limit, autoClose: false });
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
  }
  if (size > limit) throw tooLarge(path, limit);
  return Buffer.concat(chunks).toString("utf8");
}

function unreadable(path: string, why: string): CodedError {
  return new CodedError("tasks/unreadable", `it cannot be read: ${why}`, {
    fix: "Name a file that is there and can be read.",
    place: path,
  });
}

function tooLarge(path: string, limit: number): CodedError {
  const megabytes = Math.round((limit / (1024 * 1024)) * 10) / 10;
  return new CodedError("tasks/too-large", `it is larger than ${megabytes} MB`, {
    fix: "Write less into it, or name a smaller file.",
    place: path,
  });
}
