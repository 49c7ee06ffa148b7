import { z } from "zod";
import type { Endpoint } from "../kernel/endpoint.ts";
import {
  allEntries,
  entryDownloadAddress,
  entryUploadAddress,
  finalizeEntry,
  findEntry,
  findReserved,
  reserveEntry,
} from "./caches.ts";
import { delayListing, findable } from "./late-listing.ts";
import type { RuntimeScope } from "./runtime-token.ts";
import { twirpMethod } from "./twirp.ts";
import { TwirpError } from "./twirp-error.ts";

const service = "CacheService";

// The client may say where it runs; the token knows better.
const name = z.object({ key: z.string().default(""), version: z.string().default("") });
const lookup = name.extend({ restore_keys: z.array(z.string()).max(10).default([]) });
const finalization = name.extend({
  size_bytes: z
    .string()
    .regex(/^\d{1,15}$/)
    .default("0"),
});

/** The cache as a job reads and writes it, with the branches that its token may reach. */
export const cacheService: readonly Endpoint[] = [
  twirpMethod({
    service,
    method: "CreateCacheEntry",
    body: name,
    handle: ({ world }, { key, version }, scope) => {
      const entry = reserveEntry(world, scope.job.run.repository, writable(scope), {
        key,
        version,
      });
      return { ok: true, signed_upload_url: entryUploadAddress(world, entry) };
    },
  }),
  twirpMethod({
    service,
    method: "FinalizeCacheEntryUpload",
    body: finalization,
    handle: ({ world, effect }, { key, version, size_bytes: size }, scope) => {
      const entry = findReserved(scope.job.run.repository, writable(scope), { key, version });
      if (entry === null) throw new TwirpError("not_found", "cache entry not found");
      finalizeEntry(world, entry, Number(size));
      delayListing(world, entry, effect);
      return { ok: true, entry_id: String(entry.id) };
    },
  }),
  twirpMethod({
    service,
    method: "GetCacheEntryDownloadURL",
    body: lookup,
    handle: ({ world }, { key, version, restore_keys: others }, scope) => {
      const { repository } = scope.job.run;
      const entries = findable(world, allEntries(repository));
      const entry = findEntry(entries, scope.cacheRefs, [key, ...others], version);
      if (entry === null) return { ok: false };
      entry.lastUsedAt = world.now();
      const address = entryDownloadAddress(world, entry);
      return { ok: true, signed_download_url: address, matched_key: entry.key };
    },
  }),
];

/** A job writes to the cache of its own ref only. */
function writable(scope: RuntimeScope): string {
  const [ref] = scope.cacheRefs;
  if (ref === undefined) throw new TwirpError("permission_denied", "cache write denied");
  return ref;
}
