import { posix } from "node:path";
import { listTrackedFiles, openRepository } from "@swarm-actions/git";
import type { Task } from "@swarm-actions/swarm";
import { matchFiles } from "../../reports/match-files.ts";
import { readTestReports } from "../../reports/read-reports.ts";
import { checkTasks, refuseTooMany } from "../../task-list.ts";
import { pathTask } from "../files/path-task.ts";
import { measureFiles, type SelectedFile, selectPaths } from "../files/selected-files.ts";
import type { TaskSource } from "../task-source.ts";

/** What is called so in the languages whose reports are understood. */
const usual = [
  "**/*.{test,spec}.{js,jsx,cjs,mjs,ts,tsx,cts,mts}",
  "**/__tests__/**/*.{js,jsx,ts,tsx}",
  "**/test_*.py",
  "**/*_test.py",
  "**/*_test.go",
  "!**/node_modules/**",
].join("\n");

/** Which tests are meant, and what is known of how long they take. */
export interface TestsRequest {
  /** Globs, a line each; empty: what is usually called a test. */
  readonly select: string;
  readonly directory: string;
  /** Globs of reports of earlier runs. */
  readonly reports: readonly string[];
}

/** A task a test file, `{path}`; tests in Go are run by package, so that their folder is the task. */
export function createTestsSource({ select, directory, reports }: TestsRequest): TaskSource {
  return {
    find: async () => {
      const { top } = await openRepository(directory);
      const wanted = select.trim() === "" ? usual : select;
      const selected = selectPaths(await listTrackedFiles({ top }), wanted);
      refuseTooMany(selected.length, "select");
      const tasks = tasksOf(await measureFiles(selected, top));
      const { files } = await readTestReports(reports, directory);
      const keys = tasks.map(({ key }) => key);
      const matched = [...matchFiles(files, keys, top)];
      const told = matched.filter(([, { seconds }]) => seconds > 0);
      const seconds = new Map(told.map(([key, report]) => [key, report.seconds]));
      return { tasks: checkTasks(tasks, "select"), seconds };
    },
  };
}

function tasksOf(files: readonly SelectedFile[]): readonly Task[] {
  const packages = new Map<string, number>();
  const tasks: Task[] = [];
  for (const { path, size } of files) {
    if (!path.endsWith("_test.go")) {
      tasks.push(pathTask(path, size, "test"));
      continue;
    }
    const folder = posix.dirname(path);
    packages.set(folder, (packages.get(folder) ?? 0) + size);
  }
  for (const [folder, size] of packages) tasks.push(packageTask(folder, size));
  return tasks;
}

function packageTask(folder: string, size: number): Task {
  const task = pathTask(folder, size, "test");
  return { ...task, kind: "test.go", payload: { path: `./${folder}` } };
}
