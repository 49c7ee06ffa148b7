import { objectAtRef } from "../../operations/git/resolve.ts";
import type { Repository } from "../../state/model.ts";
import type { GitRef } from "../sources.ts";

/** @param name In full: `refs/heads/main`. @returns Null when there is none */
export async function findRef(repository: Repository, name: string): Promise<GitRef | null> {
  const sha = await objectAtRef(repository, name);
  return sha === null ? null : { kind: "ref", repository, name, sha };
}
