import { canonicalJson, digest } from "@swarm-actions/core";
import { z } from "zod";
import type { PublishedPage } from "../collect/board-findings.ts";
import { isShallow } from "../collect/is-shallow.ts";
import { parseName } from "../queue/names.ts";
import { type GatheredSegment, readSegment, type WorkerSegment } from "./read-segment.ts";

const page = z.object({
  audit: z.array(z.string().max(16_384)).max(2_000_000).default([]),
  results: z.array(z.unknown()).default([]),
});

/** Takes the logs of all workers out of their pages, one page after the other. */
export class SegmentReader {
  readonly #key: string;
  readonly #workers = new Map<string, GatheredSegment>();

  /** @param key the swarm */
  constructor(key: string) {
    this.#key = key;
  }

  add({ name, content }: PublishedPage): void {
    const at = parseName(name, this.#key);
    if (at?.kind !== "result") return;
    const { audit, results } = parsePage(content);
    const worker = this.#workerOf(at);
    worker.parts.push({ page: at.page, lines: audit });
    for (const result of results) worker.results.add(digest(canonicalJson(result)));
  }

  /** Sorted by epoch, attempt and worker. */
  segments(): readonly WorkerSegment[] {
    return [...this.#workers.values()]
      .sort((a, b) => a.epoch - b.epoch || a.attempt - b.attempt || a.worker - b.worker)
      .map(readSegment);
  }

  #workerOf(at: Pick<GatheredSegment, "epoch" | "attempt" | "worker">): GatheredSegment {
    const { epoch, attempt, worker } = at;
    const id = `${epoch}/${attempt}/${worker}`;
    const known = this.#workers.get(id);
    if (known !== undefined) return known;
    const gathered = { epoch, attempt, worker, parts: [], results: new Set<string>() };
    this.#workers.set(id, gathered);
    return gathered;
  }
}

/** What cannot be read has no log; that it is no page is for others to say. */
function parsePage(content: string): z.infer<typeof page> {
  const nothing = { audit: [], results: [] };
  if (!isShallow(content)) return nothing;
  try {
    return page.safeParse(JSON.parse(content)).data ?? nothing;
  } catch {
    return nothing;
  }
}
