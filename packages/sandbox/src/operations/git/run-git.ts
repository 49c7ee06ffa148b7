import * as git from "../../git/run-git.ts";
import type { Repository } from "../../state/model.ts";

/** Runs git in a repository's bare directory and resolves whatever its exit code. */
export function tryGit(
  repository: Repository,
  args: readonly string[],
  options: git.GitOptions = {},
): Promise<git.GitAnswer> {
  return git.tryGit(repository.gitDirectory, args, options);
}

/** What git printed. @throws CodedError `sandbox/git-failed` */
export function readGit(
  repository: Repository,
  args: readonly string[],
  options: git.GitOptions = {},
): Promise<Buffer> {
  return git.runGit(repository.gitDirectory, args, options);
}

/** The same, as text without the line end. */
export async function askGit(
  repository: Repository,
  args: readonly string[],
  options: git.GitOptions = {},
): Promise<string> {
  return (await readGit(repository, args, options)).toString("utf8").trimEnd();
}
