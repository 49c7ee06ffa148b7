import { visibleLine } from "@swarm-actions/display";
import type { SwarmProgress, WorkerProgress } from "@swarm-actions/fanout";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** More workers than this are only counted. */
const mostWorkers = 12;

/**
 * How far a swarm is: a line for all of it, and one a worker with the tasks it did, the block and the task
 * at hand. A block is named by its list and its place there, so that `w2-b1` beside worker 0 is taken over.
 * @param seconds since that was so
 */
export function linesOfProgress(
  progress: SwarmProgress,
  seconds: number,
  frame: number,
): readonly string[] {
  const { workers } = progress;
  const more = workers.length - mostWorkers;
  const head = `${frames[frame % frames.length] ?? ""} ${headOf(progress, seconds)}`;
  const shown = workers.slice(0, mostWorkers).map(lineOf);
  return [head, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function headOf(progress: SwarmProgress, seconds: number): string {
  const { done, tasks, failed, blocks, blocksDone, workers, epoch, secondsLeft } = progress;
  const round = epoch === 0 ? "" : `round ${epoch + 1}: `;
  const bad = failed === 0 ? "" : `, ${failed} failed`;
  const atWork = workers.filter(({ state }) => state !== "ended").length;
  const parts = [
    `${round}${done} of ${tasks} tasks done${bad}`,
    `${blocksDone} of ${blocks} blocks`,
    `${atWork} ${atWork === 1 ? "worker" : "workers"}`,
    ...(secondsLeft === null || done === tasks ? [] : [leftOf(secondsLeft - seconds)]),
  ];
  return parts.join(" · ");
}

function lineOf({ worker, state, block, task, done }: WorkerProgress): string {
  const what = task === null ? state : `${(block ?? "").padEnd(6)}  ${visibleLine(task)}`;
  return `  ${String(worker).padStart(3)}  ${String(done).padStart(4)}  ${what}`;
}

function leftOf(seconds: number): string {
  if (seconds < 1) return "about to end";
  if (seconds < 90) return `about ${Math.ceil(seconds)} s left`;
  return `about ${Math.ceil(seconds / 60)} min left`;
}
