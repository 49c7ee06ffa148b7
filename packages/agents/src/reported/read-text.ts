import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { CodedError, messageOf } from "@swarm-actions/core";

const megabyte = 1024 * 1024;

/** Where a file named in an agent's options is. @throws CodedError `agents/no-checkout`. */
export function locate(file: string, root: string | null): string {
  if (isAbsolute(file)) return file;
  if (root !== null) return resolve(root, file);
  throw new CodedError("agents/no-checkout", `No checkout to look for ${file} in`, {
    fix: "Give the file's absolute path, or review from a checkout.",
    place: file,
  });
}

/**
 * Reads a regular file of at most `limit` bytes as text: UTF-8, or UTF-16 where a byte order mark
 * says so, which is what some Windows shells write.
 * @throws CodedError `agents/cannot-read` or `agents/too-large`, with the path as its place.
 */
export async function readText(
  path: string,
  signal: AbortSignal,
  limit = 50 * megabyte,
): Promise<string> {
  const handle = await openFile(path);
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw unreadable(path, "it is not a regular file", undefined);
    if (facts.size > limit) throw tooLarge(path, limit);
    signal.throwIfAborted();
    return decodeText(await handle.readFile({ signal }));
  } finally {
    await handle.close();
  }
}

/** Text of bytes, by byte order mark and otherwise as UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
  return new TextDecoder(mark).decode(bytes);
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK a named pipe would keep the open waiting for a writer.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (cause) {
    throw unreadable(path, messageOf(cause), cause);
  }
}

function unreadable(path: string, why: string, cause: unknown): CodedError {
  return new CodedError("agents/cannot-read", `Cannot read ${path}: ${why}`, {
    fix: "Run the linter that writes it first, and check the path.",
    place: path,
    cause,
  });
}

function tooLarge(path: string, limit: number): CodedError {
  return new CodedError("agents/too-large", `${path} is larger than ${limit / megabyte} MB`, {
    fix: "Let the linter look at the changed files only.",
    place: path,
  });
}
