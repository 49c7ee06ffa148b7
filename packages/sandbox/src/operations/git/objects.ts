import type { Repository } from "../../state/model.ts";
import { isSha } from "./resolve.ts";
import { askGit, readGit, tryGit } from "./run-git.ts";

/** What git writes in the place of an object where there is none. */
export const noObject = "0".repeat(40);

export type ObjectType = "blob" | "tree" | "commit" | "tag";

/** What an object is, by its full id; null when there is none. */
export async function typeOf(repository: Repository, sha: string): Promise<ObjectType | null> {
  if (!isSha(sha)) return null;
  const answer = await tryGit(repository, ["cat-file", "-t", sha]);
  return answer.code === 0 ? (answer.stdout.toString().trim() as ObjectType) : null;
}

/** The same of many at once; those that there are. */
export async function typesOf(
  repository: Repository,
  shas: readonly string[],
): Promise<ReadonlyMap<string, ObjectType>> {
  const asked = [...new Set(shas.filter(isSha))];
  const args = ["cat-file", "--batch-check=%(objectname) %(objecttype)"];
  const answer = await askGit(repository, args, { input: asked.map((sha) => `${sha}\n`).join("") });
  const lines = answer.split("\n").map((line) => line.split(" "));
  const known = lines.filter(([, type]) => type !== undefined && type !== "missing");
  return new Map(known.map(([sha = "", type]) => [sha, type as ObjectType]));
}

export function readBlob(repository: Repository, sha: string): Promise<Buffer> {
  return readGit(repository, ["cat-file", "blob", sha]);
}

export function writeBlob(repository: Repository, content: Buffer): Promise<string> {
  return askGit(repository, ["hash-object", "-w", "--stdin"], { input: content });
}

/** A commit of a tree on its parents, signed by the environment. */
export function writeCommit(
  repository: Repository,
  input: { readonly tree: string; readonly parents: readonly string[]; readonly message: string },
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const parents = input.parents.flatMap((parent) => ["-p", parent]);
  const args = ["commit-tree", input.tree, ...parents, "-F", "-"];
  return askGit(repository, args, { environment, input: input.message });
}
