import { canonicalJson, digest } from "@swarm-actions/core";
import type { ResultPage, TaskResult } from "../collect/result.ts";
import type { Board, ClaimAnswer } from "../queue/board.ts";
import { parseName } from "../queue/names.ts";
import { createSegment, type Segment } from "./segment.ts";

const statusOf = { won: "written", taken: "refused", unknown: "failed" } as const satisfies Record<
  ClaimAnswer,
  string
>;

/**
 * A board that writes down what its worker claims and gives, and sends that along with the pages. Lines
 * that perhaps got lost go along again with the next page.
 * @param key the swarm
 * @param time now, as ISO 8601
 */
export function auditBoard(board: Board, key: string, time: () => string): Board {
  const segment = createSegment(time);
  const told = new Set<string>();
  return {
    ...board,
    async claim(name, signal) {
      const answer = await board.claim(name, signal);
      const status = statusOf[answer];
      segment.tell({ action: "claim block", target: name, operation: "claim", body: null, status });
      return answer;
    },
    async put(name, content, signal) {
      if (parseName(name, key)?.kind !== "result") return board.put(name, content, signal);
      const page: ResultPage = JSON.parse(content);
      tellResults(segment, told, page);
      const audit = segment.pending();
      const answer = await board.put(name, JSON.stringify({ ...page, audit }), signal);
      if (answer === "kept") segment.arrived(audit.length);
      return answer;
    },
  };
}

function tellResults(segment: Segment, told: Set<string>, { results, report }: ResultPage): void {
  for (const result of results) {
    const body = resultDigest(result);
    if (told.has(body)) continue;
    told.add(body);
    const operation = result.status;
    segment.tell({ action: "give result", target: result.key, operation, body, status: "written" });
  }
  if (report.isDone) segment.end();
}

/** What a log names a result by: the SHA-256 of its canonical JSON. */
function resultDigest(result: TaskResult): string {
  return digest(canonicalJson(result));
}
