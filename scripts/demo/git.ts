import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { gitSettings } from "../git-settings.ts";

const execute = promisify(execFile);

/** Runs git in a folder and answers with what it printed. */
export type Git = (...args: string[]) => Promise<string>;

interface Person {
  readonly name: string;
  readonly email: string;
  /** Of the server at `url`, sent to nobody else. */
  readonly token: string;
}

/** git as a person uses it, without the settings of whoever sits at this machine. */
export function gitIn(directory: string, url: string, { name, email, token }: Person): Git {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const settings = gitSettings([
    ["user.name", name],
    ["user.email", email],
    [`http.${url}/.extraheader`, `AUTHORIZATION: basic ${basic}`],
  ]);
  const env = { PATH: process.env.PATH, ...settings };
  return async (...args) => {
    const { stdout } = await execute("git", args, { cwd: directory, env, timeout: 30_000 });
    return stdout.trimEnd();
  };
}
