import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gitSettings } from "../../scripts/git-settings.ts";
import type { ScenarioFiles } from "./action-scenario-seed.ts";

const run = promisify(execFile);

/** A person's clone of a repository of a sandbox; it goes away with its scope. */
export interface ScenarioClone extends AsyncDisposable {
  readonly directory: string;
  /** Runs git there, and answers with what it printed. */
  readonly git: (...args: string[]) => Promise<string>;
  /** Writes files and deletes those that are null; commits all; answers with the commit's id. */
  readonly commit: (files: ScenarioFiles, message: string) => Promise<string>;
}

export interface CloneOptions {
  /** The sandbox's. */
  readonly url: string;
  /** Whose commits they are. */
  readonly login: string;
  /** What it fetches and pushes with. */
  readonly token: string;
}

/** An empty repository whose `origin` is `repository` on github.com, which git finds in the sandbox. */
export async function createClone(
  repository: string,
  options: CloneOptions,
): Promise<ScenarioClone> {
  const directory = await realpath(await mkdtemp(join(tmpdir(), "swarm-clone-")));
  const env = environmentOf(options);
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run("git", args, { cwd: directory, env, maxBuffer: 1 << 28 });
    return stdout.trimEnd();
  };
  await git("init", "-q", "-b", "main");
  await git("remote", "add", "origin", `https://github.com/${repository}`);
  return {
    directory,
    git,
    commit: async (files, message) => {
      for (const [path, content] of Object.entries(files))
        await put(join(directory, path), content);
      await git("add", "--all", "--force", ".");
      await git("commit", "-q", "--allow-empty", "-m", message);
      return await git("rev-parse", "HEAD");
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true, maxRetries: 3 }),
  };
}

async function put(path: string, content: string | null): Promise<void> {
  if (content === null) return await rm(path, { force: true });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function environmentOf({ url, login, token }: CloneOptions): Record<string, string> {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const settings = gitSettings([
    [`url.${url}/.insteadOf`, "https://github.com/"],
    [`http.${url}/.extraheader`, `AUTHORIZATION: basic ${basic}`],
    ["user.name", login],
    ["user.email", `${login}@users.noreply.github.com`],
  ]);
  return { PATH: process.env.PATH ?? "", ...settings };
}
