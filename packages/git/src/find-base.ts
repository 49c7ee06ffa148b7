import { CodedError } from "@swarm-actions/core";
import {
  findCommit,
  isShallow,
  nothingCommitted,
  type Repository,
  resolveCommit,
} from "./repository.ts";
import { tryGit } from "./run-git.ts";

const usualNames = ["origin/main", "origin/master", "main", "master"];

/** The branch a change here would be merged into. @throws CodedError `git/no-base`, `git/no-commit` */
export async function findDefaultBase(repository: Repository): Promise<string> {
  for (const name of [await remoteDefault(repository), ...usualNames]) {
    if (name !== null && (await findCommit(repository, name)) !== null) return name;
  }
  if ((await findCommit(repository, "HEAD")) === null) throw nothingCommitted(repository);
  throw new CodedError("git/no-base", "there is no branch to compare with", {
    fix: "Name what the change is based on with `--base REF`, or review the index with `--staged`.",
    place: repository.top,
  });
}

async function remoteDefault({ top }: Repository): Promise<string | null> {
  const args = ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"];
  const answer = await tryGit(args, { directory: top });
  return answer.code === 0 ? answer.stdout.toString("utf8").trim() : null;
}

/** Where `base` and `head` parted. @throws CodedError `git/unknown-ref` or `git/no-merge-base` */
export async function findMergeBase(
  repository: Repository,
  base: string,
  head: string,
): Promise<string> {
  const args = ["merge-base", "--end-of-options", `${base}^{commit}`, `${head}^{commit}`];
  const answer = await tryGit(args, { directory: repository.top });
  if (answer.code === 0) return answer.stdout.toString("utf8").trim();
  // Only now is it worth a call each to find out whether one of them is no commit at all.
  for (const ref of [head, base]) await resolveCommit(repository, ref);
  const shallow = await isShallow(repository);
  throw new CodedError("git/no-merge-base", "the base and the head share no commit here", {
    fix: shallow
      ? "This clone is shallow: run `git fetch --unshallow`, or check out with `fetch-depth: 0`."
      : "Pass a `--base` that the head grew from.",
    place: repository.top,
  });
}
