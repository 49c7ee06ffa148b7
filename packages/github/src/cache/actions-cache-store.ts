import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "@swarm-actions/core";
import type { EtagStore } from "./etag-store.ts";

export interface ActionsCacheOptions {
  /** Where the file lies while it is packed; the same in every run, for example `RUNNER_TEMP`. */
  readonly directory: string;
  /** Whose answers: `owner/name#7`. Any text; another scope never sees them. */
  readonly scope: string;
}

/** Caches are text of a few megabytes; what is larger is not ours. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Keeps answers in the cache of GitHub Actions, which parts them by branch itself. A cache can only be
 * written once under its name, so that each content has its own and the newest of the scope is restored.
 * Not for a job that holds more rights than those whose caches it sees.
 */
export function createActionsCacheStore({ directory, scope }: ActionsCacheOptions): EtagStore {
  const folder = join(directory, "swarm-actions-etags");
  const file = join(folder, "answers.json");
  const family = `swarm-actions-etags-v1-${digest(scope, 16)}-`;
  return {
    load: async () => {
      const cache = await loadCache();
      if (cache === null) return null;
      const found = await cache.restoreCache([folder], family, []);
      if (found === undefined) return null;
      const { size } = await stat(file);
      return size > mostBytes ? null : await readFile(file, "utf8");
    },
    save: async (text) => {
      const cache = await loadCache();
      if (cache === null) return;
      await mkdir(folder, { recursive: true });
      await writeFile(file, text);
      await cache.saveCache([folder], `${family}${digest(text, 16)}`);
    },
  };
}

/** Loaded when it is needed: it takes longer than all the rest. Null where no job offers a cache. */
async function loadCache() {
  const cache = await import("@actions/cache");
  return cache.isFeatureAvailable() ? cache : null;
}
