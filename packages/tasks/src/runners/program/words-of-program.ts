import { access, constants, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { requireProgram } from "@swarm-actions/agents";
import { CodedError } from "@swarm-actions/core";
import { setVariables } from "../../environment.ts";
import type { ProgramSetup } from "./program.ts";

/**
 * Makes sure that the program can be started.
 * @throws CodedError `tasks/no-program`, `command/not-started`
 */
export async function checkProgram(setup: ProgramSetup): Promise<void> {
  const { program, directory: cwd } = setup;
  const isEmpty =
    program.kind === "script" ? program.text.trim() === "" : (program.words[0] ?? "") === "";
  if (isEmpty) throw nothing();
  const environment = setVariables(setup.environment);
  const words = program.kind === "script" ? [await findShell(setup)] : program.words;
  await requireProgram({ words, cwd, environment });
}

/** The words that start it. A script is kept in a file beside `resultFile`, never in an argument. */
export async function wordsOfProgram(
  setup: ProgramSetup,
  resultFile: string,
): Promise<readonly string[]> {
  const { program } = setup;
  if (program.kind === "words") return program.words;
  const file = join(dirname(resultFile), "run.sh");
  await writeFile(file, `${program.text}\n`);
  return [await findShell(setup), "-e", file];
}

/** As on the runners: bash, and `sh` where there is none. */
async function findShell({ environment }: ProgramSetup): Promise<string> {
  if (process.platform === "win32") return "bash";
  for (const folder of (environment.PATH ?? "").split(delimiter).filter(Boolean)) {
    const isThere = access(join(folder, "bash"), constants.X_OK).then(
      () => true,
      () => false,
    );
    if (await isThere) return "bash";
  }
  return "sh";
}

function nothing(): CodedError {
  return new CodedError("tasks/no-program", "there is no program to run for the tasks", {
    fix: "Give `run:` in a workflow, or a command after `--`.",
    place: "run",
  });
}
