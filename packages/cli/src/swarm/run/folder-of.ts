import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { RunOptions } from "./options.ts";

/** Where a run and what it learns are kept. */
export interface RunPlace {
  readonly folder: string;
  /** The file of what runs learn from each other. */
  readonly history: string;
}

/** What is not named goes below `.swarm`, which tells git to leave it alone. */
export async function folderOf(
  { output, history }: Pick<RunOptions, "output" | "history">,
  directory: string,
  startedAt: number,
): Promise<RunPlace> {
  const usual = resolve(directory, ".swarm");
  const name = new Date(startedAt)
    .toISOString()
    .replace(/[-:]/g, "")
    .replace("T", "-")
    .slice(0, 19);
  const folder = output === undefined ? join(usual, name) : resolve(directory, output);
  if (output === undefined) await ignoredByGit(usual);
  const beside = output === undefined ? usual : folder;
  const file = history === undefined ? join(beside, "history.json") : resolve(directory, history);
  return { folder, history: file };
}

async function ignoredByGit(folder: string): Promise<void> {
  await makeFolder(folder);
  try {
    await writeFile(join(folder, ".gitignore"), "*\n", { flag: "wx" });
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
}
