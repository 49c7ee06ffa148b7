import type { SwarmOnBoard } from "@swarm-actions/fanout";
import { type Collected, SegmentReader, type WorkerSegment } from "@swarm-actions/swarm";

/** What the workers left, and what they logged. */
export interface BoardContent {
  readonly collected: Collected;
  readonly segments: readonly WorkerSegment[];
}

/**
 * Reads all pages once, for the results and for the logs.
 * @throws CodedError `board/no-plan`, `board/unavailable`, `plan/invalid`
 */
export async function readBoard(
  swarm: SwarmOnBoard,
  minCoverage: number,
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
  return { collected, segments: reader.segments() };
}
