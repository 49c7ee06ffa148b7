import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TextCache } from "./history-store.ts";

/** A history is a few megabytes; what is larger is not ours. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Texts in the cache of GitHub Actions, which parts them by branch itself: a branch reads its own and
 * those of its base, and writes only its own. Null where a job is offered no cache.
 * @param key whose texts; letters, digits and dashes
 * @param workspace where the job works: a cache knows files by where they lie from there, on any machine
 */
export async function openActionsCache(key: string, workspace: string): Promise<TextCache | null> {
  // Loaded when it is needed: it takes longer than all the rest.
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return null;
  const name = `.swarm-actions-history-${key}`;
  const folder = join(workspace, name);
  const file = join(folder, "history.json");
  // A link that lies in the checkout must not lead out of it, and no file of ours stays in it.
  const clear = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return {
    load: async (family) => {
      await clear();
      try {
        if ((await cache.restoreCache([name], family)) === undefined) return null;
        const { size } = await stat(file);
        if (size > mostBytes) throw new Error(`it is ${size} bytes large`);
        return await readFile(file, "utf8");
      } finally {
        await clear();
      }
    },
    save: async (entry, text) => {
      await clear();
      try {
        await mkdir(folder);
        await writeFile(file, text);
        await cache.saveCache([name], entry);
      } finally {
        await clear();
      }
    },
  };
}
