import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** The folders and files that a runner gives to a step. All but a workspace of the caller's go away. */
export interface RunnerFolders extends AsyncDisposable {
  readonly home: string;
  /** `RUNNER_TEMP`. */
  readonly temp: string;
  readonly workspace: string;
  readonly eventFile: string;
  readonly files: Readonly<Record<"env" | "output" | "path" | "state" | "summary", string>>;
}

export interface FolderOptions {
  readonly event: unknown;
  /** Default: an empty one. */
  readonly workspace: string | undefined;
  /** What git finds in its global configuration. */
  readonly gitConfig: string;
}

export async function createFolders(options: FolderOptions): Promise<RunnerFolders> {
  const top = await realpath(await mkdtemp(join(tmpdir(), "swarm-runner-")));
  const folders = {
    home: join(top, "home"),
    temp: join(top, "temp"),
    workspace: options.workspace ?? join(top, "work"),
    eventFile: join(top, "temp/_github_workflow/event.json"),
    files: filesIn(join(top, "temp/_runner_file_commands")),
    [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true, maxRetries: 3 }),
  };
  for (const folder of ["home", "work", "temp/_github_workflow", "temp/_runner_file_commands"])
    await mkdir(join(top, folder), { recursive: true });
  await writeFile(folders.eventFile, JSON.stringify(options.event, null, 2));
  await writeFile(join(folders.home, ".gitconfig"), options.gitConfig);
  for (const file of Object.values(folders.files)) await writeFile(file, "");
  return folders;
}

function filesIn(folder: string): RunnerFolders["files"] {
  return {
    env: join(folder, "set_env"),
    output: join(folder, "set_output"),
    path: join(folder, "add_path"),
    state: join(folder, "save_state"),
    summary: join(folder, "step_summary"),
  };
}

/** What a step left in `RUNNER_TEMP`, by its path there; a repository's own store is left out. */
export async function readProducedFiles(temp: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(temp, { recursive: true, withFileTypes: true });
  const produced = new Map<string, Buffer>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(temp, path);
    if (
      entry.isFile() &&
      !/^_(github_workflow|runner_file_commands)|(^|[/\\])\.git[/\\]/.test(name)
    )
      produced.set(name, await readFile(path));
  }
  return produced;
}
