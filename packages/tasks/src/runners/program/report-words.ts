import type { Task } from "@swarm-actions/swarm";
import { matchFiles } from "../../reports/match-files.ts";
import { readTestReports } from "../../reports/read-reports.ts";
import type { TestFileReport } from "../../reports/test-file.ts";
import type { Word } from "./conclude.ts";
import type { ProgramSetup } from "./program.ts";
import type { TaskFolder } from "./task-folder.ts";

/** Clocks of file systems may be coarser than ours, by milliseconds. */
const coarse = 2000;

/** What test reports that the program just wrote say of the tasks, which are test files then. */
export async function wordsOfReports(
  { reports, directory, redactor }: ProgramSetup,
  { reportsFolder }: TaskFolder,
  tasks: readonly Task[],
  startedAt: number,
): Promise<ReadonlyMap<string, Word>> {
  const own = await readTestReports(["**/*"], reportsFolder);
  const named = await readTestReports(reports, directory, startedAt - coarse);
  const keys = tasks.map(({ key }) => key);
  const matched = matchFiles([...own.files, ...named.files], keys, directory);
  const words = [...matched].map(([key, report]): [string, Word] => {
    const { seconds, failed, message } = report;
    const said = redactor.redact(message ?? "");
    return [
      key,
      { ...wordOf(report), seconds, ...(failed > 0 && { message: failureOf(report, said) }) },
    ];
  });
  return new Map(words);
}

function wordOf({ cases, failed }: TestFileReport): Word {
  const output = { cases, failed };
  return { status: failed > 0 ? "failed" : "done", output, votes: [], usage: null };
}

function failureOf({ cases, failed }: TestFileReport, said: string): string {
  return `${failed} of ${cases} cases failed${said === "" ? "" : `: ${said}`}`;
}
