import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MeshRound, Task } from "@swarm-actions/swarm";

/** Bytes; a single variable may not be longer than 128 KiB on Linux, and all of them share a limit. */
const longestVariable = 32 * 1024;

/** What one run of a program is given, and where it may answer. Gone once disposed of. */
export interface TaskFolder extends AsyncDisposable {
  readonly variables: Readonly<Record<string, string>>;
  /** Does not exist until the program writes it. */
  readonly resultFile: string;
  /** Test reports that it puts here are read. */
  readonly reportsFolder: string;
}

/**
 * Hands tasks over in files and variables, so that nothing of them is ever read as code.
 * @param tasks one, or all of a block
 */
export async function createTaskFolder(
  tasks: readonly Task[],
  per: "task" | "block",
  temporary: string,
  mesh?: MeshRound,
): Promise<TaskFolder> {
  const folder = await mkdtemp(join(temporary, "swarm-task-"));
  const at = (name: string): string => join(folder, name);
  const reportsFolder = at("reports");
  await mkdir(reportsFolder);
  await writeFile(at("keys.txt"), linesOf(tasks.map(({ key }) => key)));
  const own = per === "task" ? await taskVariables(tasks[0], at) : await blockVariables(tasks, at);
  if (mesh !== undefined) await writeFile(at("peers.json"), peersOf(tasks, mesh));
  const resultFile = at(per === "task" ? "result.json" : "results.jsonl");
  return {
    resultFile,
    reportsFolder,
    variables: {
      ...own,
      ...(mesh && { SWARM_PEERS_FILE: at("peers.json") }),
      SWARM_KEYS_FILE: at("keys.txt"),
      SWARM_RESULT_FILE: resultFile,
      SWARM_REPORTS_DIR: reportsFolder,
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function taskVariables(
  task: Task | undefined,
  at: (name: string) => string,
): Promise<Record<string, string>> {
  if (task === undefined) throw new Error("a task is handed over at a time");
  await writeFile(at("task.json"), JSON.stringify(task));
  const payload = JSON.stringify(task.payload);
  const fits = Buffer.byteLength(payload) <= longestVariable;
  const variables = {
    SWARM_TASK_FILE: at("task.json"),
    SWARM_TASK_KEY: task.key,
    ...(task.asks && { SWARM_AGENTS: task.asks.join("\n") }),
  };
  return fits ? { ...variables, SWARM_TASK: payload } : variables;
}

async function blockVariables(
  tasks: readonly Task[],
  at: (name: string) => string,
): Promise<Record<string, string>> {
  await writeFile(at("tasks.jsonl"), linesOf(tasks.map((task) => JSON.stringify(task))));
  return { SWARM_TASKS_FILE: at("tasks.jsonl") };
}

/** What peers said to the same questions in the last round of a mesh. */
function peersOf(tasks: readonly Task[], { round, peers }: MeshRound): string {
  const said = tasks.map(({ key }) => ({
    key,
    peers: (peers.get(key) ?? []).map(({ worker, result }) => {
      const { status, output, votes } = result;
      return { worker, status, output, votes };
    }),
  }));
  return JSON.stringify({ round, tasks: said });
}

function linesOf(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
