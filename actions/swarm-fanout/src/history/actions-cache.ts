import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { TextCache } from "./history-store.ts";

/** A history is a few megabytes; what is larger is not ours. */
const mostBytes = 64 * 1024 * 1024;

/**
 * Texts in the cache of GitHub Actions, which parts them by branch itself: a branch reads its own and
 * those of its base, and writes only its own. Null where a job is offered no cache.
 * @param key whose texts; letters, digits and dashes
 */
export async function openActionsCache(key: string): Promise<TextCache | null> {
  // Loaded when it is needed: it takes longer than all the rest.
  const cache = await import("@actions/cache");
  if (!cache.isFeatureAvailable()) return null;
  const name = `.cache/swarm-actions/history-${key}`;
  const file = join(homedir(), name, "history.json");
  // A cache is known by its paths as they are written, and each machine's home is another.
  const paths = [`~/${name}`];
  return {
    load: async (family) => {
      await rm(file, { force: true });
      if ((await cache.restoreCache(paths, family)) === undefined) return null;
      const { size } = await stat(file);
      if (size > mostBytes) throw new Error(`it is ${size} bytes large`);
      return readFile(file, "utf8");
    },
    save: async (name, text) => {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
      await cache.saveCache(paths, name);
    },
  };
}
