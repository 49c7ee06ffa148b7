import { collectBoard, createFolderBoard } from "@swarm-actions/fanout";
import { type Collected, SegmentReader, type WorkerSegment } from "@swarm-actions/swarm";

/** What the workers left, and what they logged. */
export interface BoardContent {
  readonly collected: Collected;
  readonly segments: readonly WorkerSegment[];
}

/** Reads all pages once, for the results and for the logs. */
export async function readBoard(
  folder: string,
  key: string,
  minCoverage: number,
): Promise<BoardContent> {
  const board = await createFolderBoard(folder);
  const reader = new SegmentReader(key);
  const get: typeof board.get = async (name, limit, signal) => {
    const content = await board.get(name, limit, signal);
    reader.add({ name, content });
    return content;
  };
  const never = new AbortController().signal;
  const swarm = { board: { ...board, get }, key, attempt: 1 };
  const collected = await collectBoard(swarm, { minCoverage }, never);
  return { collected, segments: reader.segments() };
}
