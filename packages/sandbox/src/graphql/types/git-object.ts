import { readBlob } from "../../operations/git/objects.ts";
import { nodeId } from "../../present/node-id.ts";
import type { Fields } from "../fields.ts";
import { type FoundObject, findByHash } from "../git/read-object.ts";
import { listTree, type TreeEntry } from "../git/read-tree.ts";
import type { GitObject, GitRef } from "../sources.ts";
import { commitPage, pathOf } from "./address.ts";

const kinds = { commit: "Commit", tree: "Tree", blob: "Blob" } as const;
/** Of longer files GitHub gives the beginning. In bytes. */
const textLimit = 512_000;

export const gitObjectFields: Fields<GitObject> = {
  id: ({ kind, repository, sha }) => nodeId(kinds[kind], `${repository.id}:${sha}`),
  oid: ({ sha }) => sha,
  abbreviatedOid: ({ sha }) => sha.slice(0, 7),
  repository: ({ repository }) => repository,
  commitUrl: ({ repository, sha }, _args, { world }) => commitPage(world, repository, sha),
  commitResourcePath: ({ repository, sha }, _args, { world }) =>
    pathOf(world, commitPage(world, repository, sha)),
};

export const treeFields: Fields<GitObject> = {
  ...gitObjectFields,
  entries: (tree) => listTree(tree),
};

export const treeEntryFields: Fields<TreeEntry> = {
  name: ({ path }) => path.slice(path.lastIndexOf("/") + 1),
  path: ({ path }) => path,
  mode: ({ mode }) => Number.parseInt(mode, 8),
  type: ({ type }) => type,
  oid: ({ sha }) => sha,
  size: ({ size }) => size ?? 0,
  object: ({ repository, sha }) => findByHash(repository, sha),
  repository: ({ repository }) => repository,
};

export const blobFields: Fields<FoundObject> = {
  ...gitObjectFields,
  byteSize: ({ size }) => size,
  isTruncated: ({ size }) => size > textLimit,
  isBinary: async (blob) => isBinary(await readBlob(blob.repository, blob.sha)),
  text: async (blob) => {
    const bytes = await readBlob(blob.repository, blob.sha);
    return isBinary(bytes) ? null : bytes.subarray(0, textLimit).toString();
  },
};

/** As git decides: a zero byte near the beginning. */
function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8_000).includes(0);
}

export const refFields: Fields<GitRef> = {
  id: ({ repository, name }) => nodeId("Ref", `${repository.id}:${name}`),
  name: ({ name }) => name.slice(prefixOf(name).length),
  prefix: ({ name }) => prefixOf(name),
  repository: ({ repository }) => repository,
  target: ({ repository, sha }) => findByHash(repository, sha),
};

/** `refs/heads/` of `refs/heads/main`. */
function prefixOf(name: string): string {
  return /^refs\/[^/]+\//u.exec(name)?.[0] ?? "refs/";
}
