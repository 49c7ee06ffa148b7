import { Refusal } from "../kernel/refusal.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { Author } from "./author.ts";
import { writeBlob, writeCommit } from "./git/objects.ts";
import { readEntry, type TreeEntry } from "./git/read-tree.ts";
import { tipOf } from "./git/resolve.ts";
import { updateRef } from "./git/update-ref.ts";
import { writeTree } from "./git/write-tree.ts";
import { recordPush } from "./record-push.ts";

export interface NewFileCommit {
  readonly path: string;
  /** Null deletes the file. */
  readonly content: Buffer | null;
  readonly message: string;
  readonly branch: string;
  /** The blob that is replaced; null where there is none. */
  readonly sha: string | null;
  /** Git's variables for who signs. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface FileCommit {
  readonly commit: string;
  readonly isNew: boolean;
}

/** Commits one file on a branch and tells of the push. @throws Refusal 404, 409, 422 */
export async function createFileCommit(
  world: World,
  author: Author,
  repository: Repository,
  input: NewFileCommit,
): Promise<FileCommit> {
  const before = await tipOf(repository, input.branch);
  // The first file of a repository makes its default branch.
  if (before === null && input.branch !== repository.defaultBranch) {
    throw new Refusal(404, `Branch ${input.branch} not found`);
  }
  const known = before === null ? null : await readEntry(repository, before, input.path);
  checkKnown(input, known);
  const commit = await writeFile(repository, input, before);
  const ref = `refs/heads/${input.branch}`;
  if (!(await updateRef(repository, { ref, before, after: commit }))) {
    throw new Refusal(409, `is at ${commit} but expected ${before ?? ""}`);
  }
  await recordPush(world, author, repository, { ref, before, after: commit });
  return { commit, isNew: known === null };
}

function checkKnown({ path, content, sha }: NewFileCommit, known: TreeEntry | null): void {
  if (known === null && content === null) throw new Refusal(404, "Not Found");
  if (known === null && sha === null) return;
  if (sha === null) throw new Refusal(422, `Invalid request.\n\n"sha" wasn't supplied.`);
  if (known?.type !== "blob" || known.sha !== sha) {
    throw new Refusal(409, `${path} does not match ${sha}`);
  }
}

async function writeFile(
  repository: Repository,
  input: NewFileCommit,
  parent: string | null,
): Promise<string> {
  const { path, content, message, environment } = input;
  const sha = content === null ? null : await writeBlob(repository, content);
  const tree = await writeTree(repository, parent, [{ path, mode: "100644", sha }]);
  if (tree === null) throw new Refusal(422, "path contains a malformed path component");
  const parents = parent === null ? [] : [parent];
  return writeCommit(repository, { tree, parents, message }, environment);
}
