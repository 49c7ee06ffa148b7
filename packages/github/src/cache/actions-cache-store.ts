import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { digest } from "@swarm-actions/core";
import type { EtagStore } from "./etag-store.ts";

/** Caches are text of a few megabytes; what is larger is not ours. */
const mostBytes = 16 * 1024 * 1024;

/**
 * Keeps answers in the cache of GitHub Actions, which parts them by branch itself. A cache can only be
 * written once under its name, so that each content has its own and the newest of the scope is restored.
 * Not for a job that holds more rights than those whose caches it sees.
 * @param scope whose answers: `owner/name#7`. Any text; another scope never sees them
 */
export function createActionsCacheStore(scope: string): EtagStore {
  const name = `.cache/swarm-actions/${digest(scope, 16)}`;
  const file = join(homedir(), name, "answers.json");
  // A cache is known by its paths as they are written, and each machine's home is another.
  const paths = [`~/${name}`];
  const family = `swarm-actions-etags-v1-${digest(scope, 16)}-`;
  return {
    load: async () => {
      const cache = await loadCache();
      if (cache === null) return null;
      const found = await cache.restoreCache(paths, family);
      if (found === undefined) return null;
      const { size } = await stat(file);
      return size > mostBytes ? null : await readFile(file, "utf8");
    },
    save: async (text) => {
      const cache = await loadCache();
      if (cache === null) return;
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      await cache.saveCache(paths, `${family}${digest(text, 16)}`);
    },
  };
}

/** Loaded when it is needed: it takes longer than all the rest. Null where no job offers a cache. */
async function loadCache() {
  const cache = await import("@actions/cache");
  return cache.isFeatureAvailable() ? cache : null;
}
