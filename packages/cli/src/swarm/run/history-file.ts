import { readFile } from "node:fs/promises";
import { decodeHistory, encodeHistory, type History, noHistory } from "@swarm-actions/swarm";
import { writeOutput } from "../../review/write-output.ts";

/** What earlier runs learned; nothing where there is no such file, or where it is not one. */
export async function readHistory(file: string): Promise<History> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return noHistory;
    throw cause;
  }
  const { history, notice } = decodeHistory(text);
  if (notice !== null) process.stderr.write(`${file}: ${notice}\n`);
  return history;
}

export function writeHistory(file: string, history: History): Promise<void> {
  return writeOutput(file, encodeHistory(history), "--history");
}
