import { readFile } from "node:fs/promises";
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

/** Everything on standard input. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
