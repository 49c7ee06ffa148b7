import { type Call, type Endpoint, endpoint } from "../kernel/endpoint.ts";
import { page } from "../kernel/paginate.ts";
import { notFound } from "../kernel/refusal.ts";
import { noContent, ok } from "../kernel/reply.ts";
import { instant } from "../present/instant.ts";
import type { Repository } from "../state/model.ts";
import { allEntries, deleteEntry, type FinalCacheEntry } from "./caches.ts";

const path = "/repos/{owner}/{repo}/actions/caches";
const writing = { actions: "write" } as const;

/** The caches of a repository, to look at and to delete. */
export const cacheRest: readonly Endpoint[] = [
  endpoint({
    method: "GET",
    path,
    permission: { actions: "read" },
    handle: (call) => {
      const prefix = call.query.get("key") ?? "";
      const all = ofRef(call).filter(({ key }) => key.startsWith(prefix));
      const { items, headers } = page(call, all);
      return ok({ total_count: all.length, actions_caches: items.map(presentEntry) }, headers);
    },
  }),
  endpoint({
    method: "DELETE",
    path,
    permission: writing,
    handle: (call) => {
      const found = ofRef(call).filter(({ key }) => key === call.query.get("key"));
      if (found.length === 0) throw notFound();
      for (const entry of found) deleteEntry(call.world, call.repository(), entry);
      return ok({ total_count: found.length, actions_caches: found.map(presentEntry) });
    },
  }),
  endpoint({
    method: "DELETE",
    path: `${path}/{cache_id}`,
    permission: writing,
    handle: (call) => {
      const { cache_id: wanted } = call.params;
      const entry = allEntries(call.repository()).find(({ id }) => String(id) === wanted);
      if (entry === undefined) throw notFound();
      deleteEntry(call.world, call.repository(), entry);
      return noContent();
    },
  }),
];

function ofRef(call: Call): FinalCacheEntry[] {
  const repository: Repository = call.repository();
  const wanted = call.query.get("ref");
  return allEntries(repository).filter(({ ref }) => wanted === null || ref === wanted);
}

function presentEntry(entry: FinalCacheEntry): Record<string, unknown> {
  return {
    id: entry.id,
    ref: entry.ref,
    key: entry.key,
    version: entry.version,
    last_accessed_at: instant(entry.lastUsedAt),
    created_at: instant(entry.createdAt),
    size_in_bytes: entry.content.length,
  };
}
