import { z } from "zod";
import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { typeOf, typesOf, writeBlob } from "../../operations/git/objects.ts";
import { readTree } from "../../operations/git/read-tree.ts";
import { type TreeChange, writeTree } from "../../operations/git/write-tree.ts";
import { presentTree } from "../../present/git-tree.ts";
import type { Repository } from "../../state/model.ts";

const modes = ["100644", "100755", "040000", "160000", "120000"] as const;

const entrySchema = z.object({
  path: z.string(),
  mode: z.enum(modes),
  type: z.enum(["blob", "tree", "commit"]).optional(),
  sha: z.string().nullish(),
  content: z.string().optional(),
});

const bodySchema = z.object({ tree: z.array(entrySchema), base_tree: z.string().optional() });

export const createTree = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/git/trees",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const repository = call.repository();
    const base = body.base_tree === undefined ? null : await findBase(call, body.base_tree);
    const changes = await findChanges(repository, body.tree);
    const sha = await writeTree(repository, base, changes);
    if (sha === null) throw new Refusal(422, "tree.path contains a malformed path component");
    return created(
      presentTree(call.world, repository, sha, await readTree(repository, sha, false)),
    );
  },
});

async function findBase(call: Call, wanted: string): Promise<string> {
  const type = await typeOf(call.repository(), wanted);
  if (type === "tree" || type === "commit") return wanted;
  throw new Refusal(422, "base_tree is not a valid tree oid");
}

async function findChanges(
  repository: Repository,
  entries: readonly z.infer<typeof entrySchema>[],
): Promise<readonly TreeChange[]> {
  const known = await typesOf(
    repository,
    entries.flatMap(({ sha }) => sha ?? []),
  );
  const changes: TreeChange[] = [];
  for (const { path, mode, sha, content } of entries) {
    if (content !== undefined) {
      changes.push({ path, mode, sha: await writeBlob(repository, Buffer.from(content)) });
      continue;
    }
    // The commit of a submodule lies elsewhere.
    if (sha === undefined || (sha !== null && mode !== "160000" && !known.has(sha))) {
      throw new Refusal(422, "tree.sha is not a valid object");
    }
    changes.push({ path, mode, sha });
  }
  return changes;
}
