import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created } from "../../kernel/reply.ts";
import { typeOf, writeCommit } from "../../operations/git/objects.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { presentGitCommit } from "../../present/commit.ts";
import { signatureOf, signatureSchema } from "../signature.ts";

const bodySchema = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: signatureSchema.optional(),
  committer: signatureSchema.optional(),
});

export const createGitCommit = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/git/commits",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const repository = call.repository();
    if ((await typeOf(repository, body.tree)) !== "tree") {
      throw new Refusal(422, "Tree SHA does not exist");
    }
    for (const parent of body.parents) {
      if ((await typeOf(repository, parent)) === "commit") continue;
      throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
    }
    const sha = await writeCommit(repository, body, signatureOf(call, body));
    return created(presentGitCommit(call.world, repository, await readCommit(repository, sha)));
  },
});
