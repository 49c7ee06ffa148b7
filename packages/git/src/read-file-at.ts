import { CodedError } from "@swarm-actions/core";
import { type Repository, resolveCommit } from "./repository.ts";
import { runGit, tryGit } from "./run-git.ts";

/**
 * A file as a commit holds it; null: it does not. Links are not followed.
 * @param path from the top, with `/`
 * @param limit bytes
 * @throws CodedError `git/unknown-ref`, `git/too-large`
 */
export async function readFileAt(
  repository: Repository,
  ref: string,
  path: string,
  limit: number,
): Promise<string | null> {
  const { top: directory } = repository;
  const commit = await resolveCommit(repository, ref);
  const listed = await runGit(["ls-tree", "-z", "-l", commit, "--", path], { directory });
  const [, size, name] =
    /^100\d{3} blob \S+ +(\d+)\t([^\0]*)\0$/.exec(listed.toString("utf8")) ?? [];
  if (name !== path) return null;
  if (Number(size) > limit) throw tooLarge(path, limit);
  const answer = await tryGit(["cat-file", "blob", `${commit}:${path}`], { directory });
  return answer.code === 0 ? answer.stdout.toString("utf8") : null;
}

function tooLarge(path: string, limit: number): CodedError {
  return new CodedError("git/too-large", `the file is larger than ${limit} bytes`, {
    fix: "Name a smaller file.",
    place: path,
  });
}
