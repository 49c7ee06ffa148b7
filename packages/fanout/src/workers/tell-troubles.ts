import { CodedError, messageOf } from "@swarm-actions/core";
import type { Board, TaskRunner } from "@swarm-actions/swarm";

/** Told to people; what differs in numbers alone, once. */
type Say = (trouble: string) => void;

/** What a worker bears and goes on in spite of: a board that does not answer, a runner that gives up. */
export function tellTroubles(onTrouble: Say): {
  readonly board: (board: Board) => Board;
  readonly runner: (runner: TaskRunner) => TaskRunner;
} {
  // A board that is down fails at every look, and says the same each time but for the number of a page.
  const isNews = newsFilter();
  const say = (trouble: string): void => {
    if (isNews(trouble)) onTrouble(trouble);
  };
  return {
    board: (board) => ({
      claim: (name, signal) => told(board.claim(name, signal), "claiming", signal, say),
      list: (prefix, signal) => told(board.list(prefix, signal), "looking", signal, say),
      put: (name, content, signal) =>
        told(board.put(name, content, signal), "putting results up", signal, say),
      get: (name, limit, signal) =>
        told(board.get(name, limit, signal), "reading results of others", signal, say),
      remove: (name, signal) => told(board.remove(name, signal), "taking down", signal, say),
    }),
    runner: (runner) => ({
      ...runner,
      run: (tasks, tell, signal, mesh) =>
        told(runner.run(tasks, tell, signal, mesh), "doing tasks", signal, say),
    }),
  };
}

/**
 * Whether a text is new: what differs from an earlier one in numbers alone is not.
 * @param most so many kinds of texts, after which nothing is; default: any number
 */
export function newsFilter(most = Number.POSITIVE_INFINITY): (text: string) => boolean {
  const said = new Set<string>();
  return (text) => {
    const kind = text.replaceAll(/\d+/g, "");
    if (said.has(kind) || said.size >= most) return false;
    said.add(kind);
    return true;
  };
}

/** What was stopped is no trouble. */
function told<T>(work: Promise<T>, what: string, signal: AbortSignal, say: Say): Promise<T> {
  return work.catch((thrown: unknown) => {
    if (!signal.aborted) say(`${what}: ${describeThrown(thrown)}`);
    throw thrown;
  });
}

/** A thrown value as lines for people. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof CodedError
    ? `${thrown.code}: ${thrown.message}\n${thrown.fix}`
    : messageOf(thrown);
}
