import { copyFile, readFile } from "node:fs/promises";
import { CodedError, messageOf } from "@swarm-actions/core";
import { visibleLine } from "@swarm-actions/display";
import { decodeHistory, encodeHistory, type History, noHistory } from "@swarm-actions/swarm";
import { writeOutput } from "../../review/write-output.ts";

/**
 * What earlier runs learned; nothing where there is no such file, or where what it holds is no history. That
 * is kept beside it then, as the file is written anew.
 * @throws CodedError `cli/unreadable`: it could not be written at the end either
 */
export async function readHistory(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return noHistory;
    throw unusable(file, cause);
  }
  const { history, notice } = decodeHistory(text);
  if (notice !== null) {
    const aside = `${file}.old`;
    await copyFile(file, aside).catch((cause: unknown) => {
      throw unusable(file, cause);
    });
    const kept = `What it held is kept in ${aside}.`;
    process.stderr.write(`${visibleLine(`${file}: ${notice} ${kept}`)}\n`);
  }
  return history;
}

export function writeHistory(file: string, history: History): Promise<void> {
  return writeOutput(file, encodeHistory(history), "--history");
}

function unusable(file: string, cause: unknown): CodedError {
  return new CodedError("cli/unreadable", `--history: ${messageOf(cause)}`, {
    fix: "Pass a file that can be read and written to --history.",
    place: file,
    cause,
  });
}
