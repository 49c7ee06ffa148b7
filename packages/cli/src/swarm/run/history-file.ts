import { readFile } from "node:fs/promises";
import { CodedError, messageOf } from "@swarm-actions/core";
import { visibleLine } from "@swarm-actions/display";
import { decodeHistory, encodeHistory, type History, noHistory } from "@swarm-actions/swarm";
import { writeOutput } from "../../review/write-output.ts";

/**
 * What earlier runs learned; nothing where there is no such file, or where what it holds is no history.
 * @throws CodedError `cli/unreadable`: it could not be written at the end either
 */
export async function readHistory(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return noHistory;
    throw new CodedError("cli/unreadable", `--history: ${messageOf(cause)}`, {
      fix: "Pass a file that can be read and written to --history.",
      place: file,
      cause,
    });
  }
  const { history, notice } = decodeHistory(text);
  if (notice !== null) process.stderr.write(`${visibleLine(`${file}: ${notice}`)}\n`);
  return history;
}

export function writeHistory(file: string, history: History): Promise<void> {
  return writeOutput(file, encodeHistory(history), "--history");
}
