import { spawn } from "node:child_process";
import { CodedError } from "@swarm-actions/core";

/** 512 MiB is about the longest string JavaScript can hold. */
const outputLimit = 400 * 1024 * 1024;
const timeoutMs = 120_000;

export interface GitCall {
  /** Where git starts looking for the repository. */
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** What git printed, and how it ended. */
export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Settings of the person or the machine that would change what a diff looks like. */
const steady = [
  "-c core.quotePath=true",
  "-c core.fsmonitor=false",
  "-c diff.noprefix=false",
  "-c diff.mnemonicPrefix=false",
  "-c diff.suppressBlankEmpty=false",
].flatMap((setting) => setting.split(" "));

/** Runs git and resolves whatever its exit code. Rejects when git is missing, hangs or floods. */
export function tryGit(args: readonly string[], call: GitCall): Promise<GitAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<GitAnswer>();
  const child = spawn("git", ["-C", call.directory, ...steady, ...args], {
    env: environmentOf(call),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const fail = (error: CodedError): void => {
    child.kill("SIGKILL");
    reject(error);
  };
  const timer = setTimeout(() => fail(tooSlow(args)), timeoutMs);
  const chunks: Buffer[] = [];
  let size = 0;
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size > outputLimit) fail(tooLarge(args));
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-8_192);
  });
  // git may end before it has read everything; its exit code tells the story.
  child.stdin.on("error", () => {});
  child.stdin.end(call.input ?? "");
  child.on("error", (error) => fail(notStarted(error)));
  child.on("close", (code) => {
    clearTimeout(timer);
    resolve({ code: code ?? 1, stdout: Buffer.concat(chunks), stderr });
  });
  return promise.finally(() => clearTimeout(timer));
}

/** Runs git and resolves to what it printed. @throws CodedError `git/failed` */
export async function runGit(args: readonly string[], call: GitCall): Promise<Buffer> {
  const answer = await tryGit(args, call);
  if (answer.code === 0) return answer.stdout;
  throw new CodedError("git/failed", `git ${args[0]} failed: ${answer.stderr.trim()}`, {
    fix: "Run the same command by hand in the repository; git's message says what is wrong.",
    place: call.directory,
  });
}

/** The same, as text without the line end. */
export async function askGit(args: readonly string[], call: GitCall): Promise<string> {
  return (await runGit(args, call)).toString("utf8").trimEnd();
}

function environmentOf(call: GitCall): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LC_ALL: "C",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_LITERAL_PATHSPECS: "1",
    ...call.environment,
  };
}

function notStarted(cause: Error): CodedError {
  return new CodedError("git/not-found", "git could not be started", {
    fix: "Install git and make sure that it is on the PATH.",
    cause,
  });
}

function tooSlow(args: readonly string[]): CodedError {
  return new CodedError("git/timed-out", `git ${args[0]} took over ${timeoutMs / 1000} s`, {
    fault: "platform",
    fix: "Narrow the change with a nearer `--base`.",
  });
}

function tooLarge(args: readonly string[]): CodedError {
  return new CodedError("git/too-large", `git ${args[0]} printed over 400 MiB`, {
    fix: "Narrow the change with a nearer `--base`.",
  });
}
