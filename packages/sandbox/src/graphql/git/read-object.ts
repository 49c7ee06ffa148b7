import { isSha, resolveCommit } from "../../operations/git/resolve.ts";
import { readGit } from "../../operations/git/run-git.ts";
import type { Repository } from "../../state/model.ts";
import type { GitObject } from "../sources.ts";

/** An object of git, and how many bytes it has. */
export interface FoundObject extends GitObject {
  readonly size: number;
}

/** @param expression `HEAD`, `main:docs/a.md`, `refs/heads/main`, a hash. @returns Null when it names nothing */
export async function findByExpression(
  repository: Repository,
  expression: string,
): Promise<FoundObject | null> {
  const colon = expression.indexOf(":");
  const revision = colon === -1 ? expression : expression.slice(0, colon);
  const sha = isSha(revision) ? revision : await resolveCommit(repository, revision);
  if (sha === null) return null;
  return findByName(repository, colon === -1 ? sha : `${sha}:${expression.slice(colon + 1)}`);
}

export function findByHash(repository: Repository, sha: string): Promise<FoundObject | null> {
  return isSha(sha) ? findByName(repository, sha) : Promise.resolve(null);
}

/** One line in, one line out; a name with a line end in it is no path that git would know. */
async function findByName(repository: Repository, name: string): Promise<FoundObject | null> {
  if (/[\0\r\n]/u.test(name)) return null;
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype) %(objectsize)"];
  const line = (await readGit(repository, args, { input: `${name}\n` })).toString().trim();
  const match = /^([0-9a-f]{40}) (commit|tree|blob) (\d+)$/u.exec(line);
  const kind = match?.[2] as GitObject["kind"] | undefined;
  if (match === null || kind === undefined) return null;
  return { kind, repository, sha: match[1] ?? "", size: Number(match[3]) };
}
