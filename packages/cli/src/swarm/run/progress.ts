import { visibleLine } from "@swarm-actions/display";
import type { SwarmProgress } from "@swarm-actions/fanout";
import { linesOfProgress } from "./progress-lines.ts";

/** Lines on the terminal that say how far the swarm is. Silent where nobody watches. */
export interface LiveProgress extends Disposable {
  readonly show: (progress: SwarmProgress) => void;
  /** Writes a line above them. */
  readonly say: (line: string) => void;
}

export function showSwarm(stream: NodeJS.WriteStream): LiveProgress {
  const say = (line: string): void => void stream.write(`${visibleLine(line)}\n`);
  if (stream.isTTY !== true) return { show: () => {}, say, [Symbol.dispose]: () => {} };
  let latest: { readonly progress: SwarmProgress; readonly at: number } | null = null;
  let height = 0;
  let frame = 0;
  const clear = (): string => (height === 0 ? "" : `\u001b[${height}A\r\u001b[J`);
  const draw = (): void => {
    if (latest === null) return;
    // A line that is wrapped, or a block higher than the window, could not be taken back.
    const width = Math.max(20, (stream.columns ?? 80) - 1);
    const most = Math.max(1, (stream.rows ?? 24) - 1);
    const seconds = (performance.now() - latest.at) / 1000;
    const all = linesOfProgress(latest.progress, seconds, frame++);
    const lines = all.slice(0, most).map((line) => `${line.slice(0, width)}\n`);
    stream.write(`${clear()}${lines.join("")}`);
    height = lines.length;
  };
  const timer = setInterval(draw, 100);
  const wipe = (): void => {
    stream.write(clear());
    height = 0;
  };
  return {
    show: (progress) => {
      latest = { progress, at: performance.now() };
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
