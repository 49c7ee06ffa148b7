import { spawn } from "node:child_process";
import { CodedError } from "@swarm-actions/core";
import type { Repository } from "../../state/model.ts";

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in a repository's bare directory and resolves whatever its exit code. */
export function tryGit(
  repository: Repository,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<GitAnswer>();
  const child = spawn("git", ["--git-dir", repository.gitDirectory, ...args], {
    env: environmentOf(options),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const chunks: Buffer[] = [];
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-8_192);
  });
  // git may end before it has read everything; its exit code tells the story.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  child.on("error", reject);
  child.on("close", (code) =>
    resolve({ code: code ?? 1, stdout: Buffer.concat(chunks), stderr: stderr.trim() }),
  );
  return promise;
}

/** What git printed. @throws CodedError `sandbox/git-failed` */
export async function readGit(
  repository: Repository,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const answer = await tryGit(repository, args, options);
  if (answer.code === 0) return answer.stdout;
  throw new CodedError("sandbox/git-failed", `git ${args[0]} failed: ${answer.stderr}`, {
    fix: "Run the same command by hand in the sandbox's repository; git's message says what is wrong.",
    place: repository.gitDirectory,
  });
}

/** The same, as text without the line end. */
export async function askGit(
  repository: Repository,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await readGit(repository, args, options)).toString("utf8").trimEnd();
}

/** The settings of the person or the machine must not change what GitHub would show. */
function environmentOf(options: GitOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    ...options.environment,
  };
}
