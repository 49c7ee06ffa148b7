import { perWorld } from "../state/per-world.ts";

/** A file of the blob storage that artifacts and caches lie in. */
export interface StoredBlob {
  readonly mediaType: string;
  /** Null until it is uploaded. */
  content: Buffer | null;
  /** Parts that are uploaded and not yet put together, by their id. */
  readonly blocks: Map<string, Buffer>;
}

/** The blobs of a world, by id: `artifact-7`, `cache-8`. */
export const blobsOf = perWorld(() => new Map<string, StoredBlob>());

/** An empty blob that waits for its upload, or one with its content. */
export function createBlob(mediaType: string, content: Buffer | null = null): StoredBlob {
  return { mediaType, content, blocks: new Map() };
}
