import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { readBlob, typeOf } from "../../operations/git/objects.ts";
import { encodeContent } from "../../present/content.ts";
import { nodeId } from "../../present/node-id.ts";
import { repositoryUrl } from "../../present/repository-urls.ts";
import { mediaReply, mediaType } from "../media-type.ts";
import { textIn } from "../params.ts";

export const getBlob = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/git/blobs/{file_sha}",
  permission: { contents: "read" },
  handle: async (call) => {
    const sha = textIn(call, "file_sha");
    if ((await typeOf(call.repository(), sha)) !== "blob") throw notFound();
    const content = await readBlob(call.repository(), sha);
    if (mediaType(call) === "raw") return mediaReply(call, "raw", content);
    return ok({
      sha,
      node_id: nodeId("Blob", `${call.repository().id}:${sha}`),
      size: content.length,
      url: `${repositoryUrl(call.world, call.repository())}/git/blobs/${sha}`,
      content: encodeContent(content),
      encoding: "base64",
    });
  },
});
