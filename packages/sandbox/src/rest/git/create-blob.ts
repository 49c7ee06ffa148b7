import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { created } from "../../kernel/reply.ts";
import { writeBlob } from "../../operations/git/objects.ts";
import { repositoryUrl } from "../../present/repository-urls.ts";

const bodySchema = z.object({
  content: z.string(),
  encoding: z.enum(["utf-8", "base64"]).default("utf-8"),
});

export const createBlob = endpoint({
  method: "POST",
  path: "/repos/{owner}/{repo}/git/blobs",
  permission: { contents: "write" },
  body: bodySchema,
  handle: async (call, { content, encoding }) => {
    const sha = await writeBlob(call.repository(), Buffer.from(content, encoding));
    return created({
      sha,
      url: `${repositoryUrl(call.world, call.repository())}/git/blobs/${sha}`,
    });
  },
});
