import { type CacheEntry, isSound } from "./cache-entry.ts";
import type { EtagStore } from "./etag-store.ts";

/** Answers by key, the least recently used going first. */
export interface EtagCache {
  readonly get: (key: string) => Promise<CacheEntry | null>;
  readonly put: (entry: CacheEntry) => void;
  /** Keeps what is new for later runs; never fails. */
  readonly close: () => Promise<void>;
}

interface CacheParts {
  readonly store: EtagStore | undefined;
  /** What every address must begin with. */
  readonly base: string;
  readonly onNotice: (message: string) => void;
  /** Default four million. */
  readonly mostCharacters?: number;
}

const format = 1;

export function createEtagCache(parts: CacheParts): EtagCache {
  const { store, base, onNotice, mostCharacters = 4_000_000 } = parts;
  const entries = new Map<string, CacheEntry>();
  let size = 0;
  let isChanged = false;
  let loading: Promise<void> | null = null;

  const drop = (key: string) => {
    size -= entries.get(key)?.body.length ?? 0;
    entries.delete(key);
  };
  const keep = (entry: CacheEntry) => {
    drop(entry.key);
    entries.set(entry.key, entry);
    size += entry.body.length;
    for (const oldest of entries.keys()) {
      if (size <= mostCharacters) break;
      drop(oldest);
    }
  };
  const load = async () => {
    for (const entry of parse(await store?.load().catch(failing("restored")), base)) keep(entry);
  };
  const failing = (what: string) => (thrown: unknown) => {
    onNotice(`The cache of GitHub's answers was not ${what}: ${String(thrown)}`);
    return null;
  };

  return {
    get: async (key) => {
      loading ??= load();
      await loading;
      const entry = entries.get(key);
      if (entry !== undefined) keep(entry);
      return entry ?? null;
    },
    put: (entry) => {
      if (!isSound(entry, base)) return;
      isChanged ||= entries.get(entry.key)?.etag !== entry.etag;
      keep(entry);
    },
    close: async () => {
      if (!isChanged || store === undefined) return;
      const text = JSON.stringify({ format, entries: [...entries.values()] });
      await store.save(text).catch(failing("saved"));
      isChanged = false;
    },
  };
}

/** Whatever is not as we write it is as good as none. */
function parse(text: string | null | undefined, base: string): readonly CacheEntry[] {
  if (text === null || text === undefined) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return [];
    const { format: found, entries } = value as Partial<Record<string, unknown>>;
    if (found !== format || !Array.isArray(entries)) return [];
    return entries.filter((entry): entry is CacheEntry => isSound(entry, base));
  } catch {
    return [];
  }
}
