import type { Repository } from "../../state/model.ts";
import { noObject } from "./objects.ts";
import { tryGit } from "./run-git.ts";

/** Moves a ref if it is still where it was; null: it was not, or shall be no more. */
export async function updateRef(
  repository: Repository,
  update: { readonly ref: string; readonly before: string | null; readonly after: string | null },
): Promise<boolean> {
  const { ref, before, after } = update;
  const args =
    after === null
      ? ["update-ref", "-d", ref, before ?? noObject]
      : ["update-ref", ref, after, before ?? noObject];
  return (await tryGit(repository, args)).code === 0;
}
