import { execFileSync } from "node:child_process";

interface GitOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in one repository and answers with what it printed, without the last line end. */
export type Git = (args: readonly string[], options?: GitOptions) => string;

export function gitIn(directory: string): Git {
  return (args, { input = "", environment = {} } = {}) =>
    execFileSync("git", args, {
      cwd: directory,
      encoding: "utf8",
      env: { ...process.env, ...environment },
      input,
      maxBuffer: 1 << 26,
    }).trimEnd();
}
