import { visibleLine } from "@swarm-actions/display";
import type { SwarmProgress } from "@swarm-actions/fanout";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** More workers than this are only counted. */
const mostWorkers = 12;

/** Lines on the terminal that say how far the swarm is. Silent where nobody watches. */
export interface LiveProgress extends Disposable {
  readonly show: (progress: SwarmProgress) => void;
  /** Writes a line above them. */
  readonly say: (line: string) => void;
}

export function showSwarm(stream: NodeJS.WriteStream): LiveProgress {
  const say = (line: string): void => void stream.write(`${line}\n`);
  if (stream.isTTY !== true) return { show: () => {}, say, [Symbol.dispose]: () => {} };
  let latest: SwarmProgress | null = null;
  let height = 0;
  let frame = 0;
  const clear = (): string => (height === 0 ? "" : `\u001b[${height}A\r\u001b[J`);
  const draw = (): void => {
    if (latest === null) return;
    const width = (stream.columns ?? 80) - 1;
    const lines = linesOf(latest, frames[frame++ % frames.length] ?? "");
    stream.write(`${clear()}${lines.map((line) => `${line.slice(0, width)}\n`).join("")}`);
    height = lines.length;
  };
  const timer = setInterval(draw, 100);
  const wipe = (): void => {
    stream.write(clear());
    height = 0;
  };
  return {
    show: (progress) => {
      latest = progress;
    },
    say: (line) => {
      wipe();
      say(line);
      draw();
    },
    [Symbol.dispose]: () => {
      clearInterval(timer);
      wipe();
    },
  };
}

function linesOf(progress: SwarmProgress, frame: string): readonly string[] {
  const { done, tasks, failed, workers, epoch } = progress;
  const round = epoch === 0 ? "" : `round ${epoch + 1}: `;
  const bad = failed === 0 ? "" : `, ${failed} failed`;
  const atWork = workers.filter(({ state }) => state !== "ended").length;
  const head = `${frame} ${round}${done} of ${tasks} tasks done${bad} · ${atWork} workers${leftOf(progress)}`;
  const lines = workers.slice(0, mostWorkers).map(({ worker, state, task, done: own }) => {
    return `  ${worker}  ${String(own).padStart(4)}  ${task === null ? state : visibleLine(task)}`;
  });
  const more = workers.length - mostWorkers;
  return [head, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function leftOf({ secondsLeft }: SwarmProgress): string {
  if (secondsLeft === null) return "";
  if (secondsLeft < 90) return ` · about ${Math.ceil(secondsLeft)} s left`;
  return ` · about ${Math.ceil(secondsLeft / 60)} min left`;
}
