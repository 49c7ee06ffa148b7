import { gunzipSync, zstdDecompressSync } from "node:zlib";
import type { Repository } from "@swarm-actions/sandbox";
import { decodeHistory, type History } from "@swarm-actions/swarm";

/** A history in the cache of Actions: of which branch, under which key, and what it says. */
export interface KeptHistory {
  readonly ref: string;
  readonly key: string;
  readonly history: History;
}

/** The histories that runs kept, the first one first. */
export function keptHistories({ caches }: Repository): readonly KeptHistory[] {
  return caches.flatMap(({ ref, key, content }) => {
    if (!key.startsWith("swarm-history-") || content === null) return [];
    return [{ ref, key, history: historyIn(content) }];
  });
}

/** The only file of an archive, which begins with a brace as nothing else in it does. */
function historyIn(archive: Buffer): History {
  const isGzip = archive.readUInt16BE(0) === 0x1f8b;
  const text = (isGzip ? gunzipSync(archive) : zstdDecompressSync(archive)).toString("utf8");
  const { history, notice } = decodeHistory(
    text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1),
  );
  if (notice !== null) throw new Error(notice);
  return history;
}
