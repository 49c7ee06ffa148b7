import { Refusal } from "../kernel/refusal.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { isAncestor } from "./git/merge-base.ts";
import { hasObject, isRefName, objectAtRef } from "./git/resolve.ts";
import { updateRef } from "./git/update-ref.ts";
import { recordPush } from "./record-push.ts";

/** Makes a ref and tells of it as of a push. @throws Refusal 422 */
export async function createRef(
  world: World,
  author: Author,
  repository: Repository,
  input: { readonly ref: string; readonly sha: string },
): Promise<void> {
  const { ref, sha } = input;
  if (!isRefName(ref) || !/^refs\/[^/]+\/./.test(ref)) {
    throw new Refusal(
      422,
      "Reference name must start with 'refs/' and contain at least two slashes.",
    );
  }
  checkOwn(ref);
  if (!(await hasObject(repository, sha))) throw new Refusal(422, "Object does not exist");
  if (!(await updateRef(repository, { ref, before: null, after: sha }))) {
    throw new Refusal(422, "Reference already exists");
  }
  await recordPush(world, author, repository, { ref, before: null, after: sha });
}

/** Moves a ref; backwards only by force. @throws Refusal 422 */
export async function moveRef(
  world: World,
  author: Author,
  repository: Repository,
  input: { readonly ref: string; readonly sha: string; readonly force: boolean },
): Promise<void> {
  const { ref, sha, force } = input;
  checkOwn(ref);
  const before = await objectAtRef(repository, ref);
  if (before === null) throw new Refusal(422, "Reference does not exist");
  if (!(await hasObject(repository, sha))) throw new Refusal(422, "Object does not exist");
  if (!force && !(await isAncestor(repository, before, sha))) {
    throw new Refusal(422, "Update is not a fast forward");
  }
  if (!(await updateRef(repository, { ref, before, after: sha }))) {
    throw new Refusal(409, "Reference cannot be updated");
  }
  await recordPush(world, author, repository, { ref, before, after: sha });
}

/** @throws Refusal 422 */
export async function deleteRef(
  world: World,
  author: Author,
  repository: Repository,
  ref: string,
): Promise<void> {
  checkOwn(ref);
  const before = await objectAtRef(repository, ref);
  if (before === null) throw new Refusal(422, "Reference does not exist");
  if (ref === `refs/heads/${repository.defaultBranch}`) {
    throw new Refusal(422, "Cannot delete the default branch");
  }
  await updateRef(repository, { ref, before, after: null });
  await recordPush(world, author, repository, { ref, before, after: null });
}

/** The refs of pull requests are GitHub's alone. */
function checkOwn(ref: string): void {
  if (ref.startsWith("refs/pull/")) throw new Refusal(422, "Reference cannot be updated");
}
