import { spawn } from "node:child_process";
import { CodedError } from "@swarm-actions/core";

const timeoutMs = 60_000;

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The settings of the person or the machine must not change what GitHub would show. */
export function gitEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    PATH,
    HOME,
    TMPDIR,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    ...more,
  };
}

/** Runs git in a bare repository's directory and resolves whatever its exit code. Ends with its children in a minute. */
export function tryGit(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<GitAnswer>();
  const child = spawn("git", ["--git-dir", directory, ...args], {
    env: gitEnvironment(options.environment),
    stdio: ["pipe", "pipe", "pipe"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
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
  child.on("error", (cause) => reject(notStarted(cause)));
  child.on("close", (code) =>
    resolve({ code: code ?? 1, stdout: Buffer.concat(chunks), stderr: stderr.trim() }),
  );
  return promise;
}

/** What git printed. @throws CodedError `sandbox/git-failed` */
export async function runGit(
  directory: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const answer = await tryGit(directory, args, options);
  if (answer.code === 0) return answer.stdout;
  throw new CodedError("sandbox/git-failed", `git ${args[0]} failed: ${answer.stderr}`, {
    fault: "internal",
    fix: "Run the same command by hand in the sandbox's repository; git's message says what is wrong.",
    place: directory,
  });
}

function notStarted(cause: Error): CodedError {
  return new CodedError("sandbox/git-not-found", "git could not be started", {
    fix: "Install git and make sure that it is on the PATH.",
    cause,
  });
}
