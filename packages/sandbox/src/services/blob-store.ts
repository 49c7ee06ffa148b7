import type { World } from "../state/world.ts";

/** A file of the blob storage that artifacts and caches lie in. */
export interface StoredBlob {
  readonly mediaType: string;
  /** Null until it is uploaded. */
  content: Buffer | null;
  /** Parts that are uploaded and not yet put together, by their id. */
  readonly blocks: Map<string, Buffer>;
}

const stores = new WeakMap<World, Map<string, StoredBlob>>();

/** The blobs of a world, by id: `artifact-7`, `cache-8`. */
export function blobsOf(world: World): Map<string, StoredBlob> {
  const known = stores.get(world);
  if (known !== undefined) return known;
  const store = new Map<string, StoredBlob>();
  stores.set(world, store);
  return store;
}

/** An empty blob that waits for its upload, or one with its content. */
export function createBlob(mediaType: string, content: Buffer | null = null): StoredBlob {
  return { mediaType, content, blocks: new Map() };
}
