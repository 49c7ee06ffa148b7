import { randomUUID } from "node:crypto";
import type { Call, Endpoint, Method, Reply } from "../kernel/endpoint.ts";
import { blobsOf, type StoredBlob } from "./blob-store.ts";
import { readRange } from "./byte-range.ts";
import { blobPath, isSigned } from "./signed-address.ts";

/** Thrown where the storage answers with an error. */
class StorageError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** Block blobs behind signed addresses, as the storage of GitHub's results service offers them. */
export const blobEndpoints: readonly Endpoint[] = [
  blobEndpoint("PUT", (call, blob) => upload(call, blob)),
  blobEndpoint("GET", (call, blob) => download(call, blob)),
];

function blobEndpoint(method: Method, handle: (call: Call, blob: StoredBlob) => Reply): Endpoint {
  const answer = (call: Call): Reply => {
    if (!isSigned(call, method === "PUT" ? "write" : "read"))
      throw new StorageError(403, "AuthenticationFailed");
    const blob = blobsOf(call.world).get(call.params.blob ?? "");
    if (blob === undefined) throw new StorageError(404, "BlobNotFound");
    return handle(call, blob);
  };
  return {
    method,
    path: blobPath,
    entrance: "anyone",
    permission: null,
    answer: (call) => {
      try {
        return answer(call);
      } catch (error) {
        if (error instanceof StorageError) return refuse(error);
        throw error;
      }
    },
  };
}

function upload(call: Call, blob: StoredBlob): Reply {
  const component = call.query.get("comp");
  if (component === "block") blob.blocks.set(call.query.get("blockid") ?? "", call.rawBody);
  else if (component === "blocklist") blob.content = assemble(call.rawBody.toString(), blob);
  else if (component === null) blob.content = call.rawBody;
  else throw new StorageError(400, "InvalidQueryParameterValue");
  return { status: 201, body: null, headers: storageHeaders() };
}

function assemble(list: string, blob: StoredBlob): Buffer {
  const ids = list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g);
  const parts = [...ids].map(([, id]) => {
    const block = blob.blocks.get(id ?? "");
    if (block === undefined) throw new StorageError(400, "InvalidBlockList");
    return block;
  });
  return Buffer.concat(parts);
}

function download(call: Call, blob: StoredBlob): Reply {
  const { content } = blob;
  if (content === null) throw new StorageError(404, "BlobNotFound");
  const range = readRange(call.headers, content.length);
  if (range === "unsatisfiable") throw new StorageError(416, "InvalidRange");
  const fileName = call.query.get("rscd");
  const headers = {
    ...storageHeaders(),
    "accept-ranges": "bytes",
    "content-type": blob.mediaType,
    "x-ms-blob-type": "BlockBlob",
    ...(fileName === null ? {} : { "content-disposition": disposition(fileName) }),
  };
  if (range === null) return { status: 200, body: content, headers };
  const { first, last } = range;
  const partial = { ...headers, "content-range": `bytes ${first}-${last}/${content.length}` };
  return { status: 206, body: content.subarray(first, last + 1), headers: partial };
}

/** Nothing that a header cannot hold, or that would end the quotes. */
function disposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

function storageHeaders(): Record<string, string> {
  return { "x-ms-request-id": randomUUID(), "x-ms-version": "2024-11-04" };
}

function refuse(error: StorageError): Reply {
  const text = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${error.code}</Code></Error>`;
  const headers = { "content-type": "application/xml", "x-ms-error-code": error.code };
  return {
    status: error.status,
    body: Buffer.from(text),
    headers: { ...storageHeaders(), ...headers },
  };
}
