import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { created, ok } from "../../kernel/reply.ts";
import { createFileCommit } from "../../operations/create-file-commit.ts";
import { textIn } from "../params.ts";
import { signatureOf, signatureSchema } from "../signature.ts";
import { showFileCommit } from "./show-file-commit.ts";

const bodySchema = z.object({
  message: z.string(),
  content: z.string(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: signatureSchema.optional(),
  committer: signatureSchema.optional(),
});

export const putContents = endpoint({
  method: "PUT",
  path: "/repos/{owner}/{repo}/contents/{path}",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, body) => {
    if (!/^[\w+/=\s-]*$/.test(body.content)) throw new Refusal(422, "content is not valid Base64");
    const path = textIn(call, "path");
    const branch = body.branch ?? call.repository().defaultBranch;
    const { commit, isNew } = await createFileCommit(call.world, call.token(), call.repository(), {
      path,
      content: Buffer.from(body.content, "base64"),
      message: body.message,
      branch,
      sha: body.sha ?? null,
      environment: signatureOf(call, body),
    });
    const shown = await showFileCommit(call, commit, branch, path);
    return isNew ? created(shown) : ok(shown);
  },
});
