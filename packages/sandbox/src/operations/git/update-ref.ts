import type { Repository } from "../../state/model.ts";
import { tryGit } from "./run-git.ts";

const nothing = "0".repeat(40);

/** Moves a ref if it is still where it was; null: it was not, or shall be no more. */
export async function updateRef(
  repository: Repository,
  update: { readonly ref: string; readonly before: string | null; readonly after: string | null },
): Promise<boolean> {
  const { ref, before, after } = update;
  const args =
    after === null
      ? ["update-ref", "-d", ref, before ?? nothing]
      : ["update-ref", ref, after, before ?? nothing];
  return (await tryGit(repository, args)).code === 0;
}
