import type { CacheEntry, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { blobsOf, createBlob } from "./blob-store.ts";
import { signAddress } from "./signed-address.ts";
import { TwirpError } from "./twirp-error.ts";

/** What names a cache entry, besides its branch. */
export interface CacheName {
  readonly key: string;
  /** Made by the client of paths and compression; an entry of another version does not count. */
  readonly version: string;
}

/** A cache entry whose upload is complete. */
export type FinalCacheEntry = CacheEntry & { readonly content: Buffer };

/**
 * Reserves an entry for its upload.
 * @throws TwirpError `already_exists`: entries never change; `invalid_argument`
 */
export function reserveEntry(
  world: World,
  repository: Repository,
  ref: string,
  name: CacheName,
): CacheEntry {
  if (name.key === "" || name.key.length > 512 || name.key.includes(","))
    throw new TwirpError("invalid_argument", "the cache key is not valid");
  if (findReserved(repository, ref, name) !== null)
    throw new TwirpError(
      "already_exists",
      "cache entry with the same key, version, and scope already exists",
    );
  const createdAt = world.now();
  const entry = {
    id: world.nextId(),
    ...name,
    ref,
    content: null,
    createdAt,
    lastUsedAt: createdAt,
  };
  repository.caches.push(entry);
  blobsOf(world).set(blobIdOf(entry), createBlob("application/octet-stream"));
  return entry;
}

export function findReserved(
  repository: Repository,
  ref: string,
  { key, version }: CacheName,
): CacheEntry | null {
  const isSame = (entry: CacheEntry): boolean =>
    entry.ref === ref && entry.key === key && entry.version === version;
  return repository.caches.find(isSame) ?? null;
}

/** Ends an upload. @throws TwirpError `not_found`, `invalid_argument` when the size is not the upload's */
export function finalizeEntry(world: World, entry: CacheEntry, size: number): void {
  const content = blobsOf(world).get(blobIdOf(entry))?.content ?? null;
  if (content === null) throw new TwirpError("not_found", "the cache entry was not uploaded");
  if (content.length !== size)
    throw new TwirpError("invalid_argument", `${content.length} bytes were uploaded, not ${size}`);
  entry.content = content;
}

/**
 * What a job restores of all entries, newest first: branch by branch the entry of the very key, else the newest whose key begins
 * with one of `keys`, in their order.
 */
export function findEntry(
  all: readonly FinalCacheEntry[],
  refs: readonly string[],
  keys: readonly string[],
  version: string,
): FinalCacheEntry | null {
  const entries = all.filter((entry) => entry.version === version);
  for (const ref of refs) {
    const here = entries.filter((entry) => entry.ref === ref);
    for (const key of keys) {
      const exact = here.find((entry) => entry.key === key);
      const found = exact ?? here.find((entry) => entry.key.startsWith(key));
      if (found !== undefined) return found;
    }
  }
  return null;
}

/** The entries that can be restored, newest first. */
export function allEntries(repository: Repository): FinalCacheEntry[] {
  return repository.caches.filter(isFinal).toReversed();
}

function isFinal(entry: CacheEntry): entry is FinalCacheEntry {
  return entry.content !== null;
}

export function deleteEntry(world: World, repository: Repository, entry: CacheEntry): void {
  repository.caches.splice(repository.caches.indexOf(entry), 1);
  blobsOf(world).delete(blobIdOf(entry));
}

export function entryUploadAddress(world: World, entry: CacheEntry): string {
  return signAddress(world, { blob: blobIdOf(entry), allows: "write", lifetimeMs: 3_600_000 });
}

export function entryDownloadAddress(world: World, entry: FinalCacheEntry): string {
  blobsOf(world).set(blobIdOf(entry), createBlob("application/octet-stream", entry.content));
  return signAddress(world, { blob: blobIdOf(entry), allows: "read", lifetimeMs: 600_000 });
}

function blobIdOf(entry: CacheEntry): string {
  return `cache-${entry.id}`;
}
