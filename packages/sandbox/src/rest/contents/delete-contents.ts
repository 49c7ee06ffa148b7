import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { createFileCommit } from "../../operations/create-file-commit.ts";
import { textIn } from "../params.ts";
import { signatureOf, signatureSchema } from "../signature.ts";
import { showFileCommit } from "./show-file-commit.ts";

const bodySchema = z.object({
  message: z.string(),
  sha: z.string(),
  branch: z.string().optional(),
  author: signatureSchema.optional(),
  committer: signatureSchema.optional(),
});

export const deleteContents = endpoint({
  method: "DELETE",
  path: "/repos/{owner}/{repo}/contents/{path}",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    const path = textIn(call, "path");
    const branch = body.branch ?? call.repository().defaultBranch;
    const { commit } = await createFileCommit(call.world, call.token(), call.repository(), {
      path,
      content: null,
      message: body.message,
      branch,
      sha: body.sha,
      environment: signatureOf(call, body),
    });
    return ok(await showFileCommit(call, commit, branch, path));
  },
});
