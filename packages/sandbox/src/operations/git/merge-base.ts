import type { Repository } from "../../state/model.ts";
import { Kept } from "./kept.ts";
import { askGit, tryGit } from "./run-git.ts";

const kept = new Kept<string | null>(256);

/** Where two commits parted; null when they share no history. */
export function mergeBase(
  repository: Repository,
  one: string,
  other: string,
): Promise<string | null> {
  return kept.of(`${repository.gitDirectory}\0${one}\0${other}`, async () => {
    const answer = await tryGit(repository, ["merge-base", one, other]);
    return answer.code === 0 ? answer.stdout.toString().trim() : null;
  });
}

/** The commits that a head has and a base has not, oldest first. */
export async function commitsBetween(
  repository: Repository,
  base: string,
  head: string,
): Promise<readonly string[]> {
  const list = await askGit(repository, [
    "rev-list",
    "--reverse",
    "--topo-order",
    `${base}..${head}`,
    "--",
  ]);
  return list === "" ? [] : list.split("\n");
}

/** Whether one commit leads to another, or is it. */
export async function isAncestor(
  repository: Repository,
  one: string,
  other: string,
): Promise<boolean> {
  return (await tryGit(repository, ["merge-base", "--is-ancestor", one, other])).code === 0;
}
