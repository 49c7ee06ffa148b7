import type { Author } from "../operations/author.ts";
import { recordPush } from "../operations/record-push.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { runGit } from "./run-git.ts";

/** Branches and tags, and what they point at. */
export type Refs = ReadonlyMap<string, string>;

export async function readRefs({ gitDirectory }: Repository): Promise<Refs> {
  const format = "--format=%(objectname) %(refname)";
  const listed = await runGit(gitDirectory, ["for-each-ref", format, "refs/heads", "refs/tags"]);
  const lines = listed.toString().split("\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
}

/** Tells of every ref that a push moved, in the order of their names. */
export async function afterPush(
  world: World,
  author: Author,
  repository: Repository,
  before: Refs,
): Promise<void> {
  const after = await readRefs(repository);
  for (const ref of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const update = { ref, before: before.get(ref) ?? null, after: after.get(ref) ?? null };
    await recordPush(world, author, repository, update);
  }
}
