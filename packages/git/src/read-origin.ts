import { findCommit, type Repository } from "./repository.ts";
import { tryGit } from "./run-git.ts";

/** What a checkout knows of where it came from. */
export interface Origin {
  /** The person or organisation in the address of the remote `origin`; null when it names none. */
  readonly owner: string | null;
  /** The branch that changes are merged into: the remote's, else the usual one, else the present one. */
  readonly defaultBranch: string;
}

export async function readOrigin(repository: Repository): Promise<Origin> {
  const address = await ask(repository, ["remote", "get-url", "origin"]);
  return { owner: ownerIn(address ?? ""), defaultBranch: await findDefaultBranch(repository) };
}

async function findDefaultBranch(repository: Repository): Promise<string> {
  const remote = await ask(repository, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]);
  if (remote !== null) return remote.replace(/^origin\//, "");
  for (const name of ["main", "master"]) {
    for (const ref of [`refs/remotes/origin/${name}`, `refs/heads/${name}`]) {
      if ((await findCommit(repository, ref)) !== null) return name;
    }
  }
  return (await ask(repository, ["symbolic-ref", "--short", "HEAD"])) ?? "main";
}

/** `https://host/owner/name`, `ssh://git@host:22/owner/name` and `git@host:owner/name`. */
function ownerIn(address: string): string | null {
  const url = /^(?:https?|ssh|git):\/\/[^/\s]+\/([^/\s]+)\/[^/\s]+$/.exec(address);
  const short = /^[^/\s:]+:([^/\s]+)\/[^/\s]+$/.exec(address);
  return (url ?? short)?.[1] ?? null;
}

async function ask({ top }: Repository, args: readonly string[]): Promise<string | null> {
  const answer = await tryGit(args, { directory: top });
  return answer.code === 0 ? answer.stdout.toString("utf8").trim() : null;
}
