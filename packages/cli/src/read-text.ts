import { readFile } from "node:fs/promises";
import { addAbortSignal } from "node:stream";
import { CodedError, messageOf } from "@swarm-actions/core";

/** A file's text. @throws CodedError `cli/unreadable` naming the option that named the file */
export async function readText(file: string, option: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new CodedError("cli/unreadable", `${option}: ${messageOf(cause)}`, {
      fix: `Pass a readable file to ${option}.`,
      place: file,
      cause,
    });
  }
}

/**
 * Everything on standard input.
 * @throws the reason of the signal, whose abort lets go of the input: it may never end by itself
 */
export async function readStandardInput(signal?: AbortSignal): Promise<string> {
  const chunks: Buffer[] = [];
  const input = signal === undefined ? process.stdin : addAbortSignal(signal, process.stdin);
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
