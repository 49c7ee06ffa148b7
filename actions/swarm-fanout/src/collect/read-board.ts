import { type Redactor, redactJson } from "@swarm-actions/core";
import type { SwarmOnBoard } from "@swarm-actions/fanout";
import { type Collected, SegmentReader, type WorkerSegment } from "@swarm-actions/swarm";

/** What the workers left, and what they logged. */
export interface BoardContent {
  readonly collected: Collected;
  readonly segments: readonly WorkerSegment[];
}

/**
 * Reads all pages once, for the results and for the logs. What this job knows to be secret is taken out of
 * what workers say at once, before anything is made of it: they may have known less.
 * @throws CodedError `board/no-plan`, `board/unavailable`, `plan/invalid`
 */
export async function readBoard(
  swarm: SwarmOnBoard,
  { minCoverage, redactor }: { readonly minCoverage: number; readonly redactor: Redactor },
  signal: AbortSignal,
): Promise<BoardContent> {
  const { collectBoard } = await import("@swarm-actions/fanout");
  const reader = new SegmentReader(swarm.key);
  const get: SwarmOnBoard["board"]["get"] = async (name, limit, stop) => {
    const content = await swarm.board.get(name, limit, stop);
    reader.add({ name, content });
    return content;
  };
  const board = { ...swarm.board, get };
  const collected = await collectBoard({ ...swarm, board }, { minCoverage }, signal);
  return { collected: withoutSecrets(collected, redactor), segments: reader.segments() };
}

/** Keys of tasks stay as the plan has them, which its own job has looked at. */
function withoutSecrets(collected: Collected, redactor: Redactor): Collected {
  const clean = ({ result, ...whose }: Collected["results"][number]) => {
    const { key, ...said } = result;
    return { ...whose, result: { ...redactJson(said, redactor), key } };
  };
  return {
    ...collected,
    results: collected.results.map(clean),
    duplicates: collected.duplicates.map(clean),
    workers: collected.workers.map((report) => redactJson(report, redactor)),
  };
}
