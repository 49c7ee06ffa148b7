import type { PanelEvent } from "@swarm-actions/agents";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** A line on the terminal that says who is still at work. Silent where nobody watches. */
export interface Progress extends Disposable {
  readonly onEvent: (event: PanelEvent) => void;
}

export function showProgress(agents: number, stream: NodeJS.WriteStream): Progress {
  if (stream.isTTY !== true) return { onEvent: () => {}, [Symbol.dispose]: () => {} };
  const working = new Set<string>();
  let done = 0;
  let frame = 0;
  const draw = (): void => {
    const line = `${frames[frame++ % frames.length]} ${done} of ${agents} agents done${waiting(working)}`;
    stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  const timer = setInterval(draw, 100);
  return {
    onEvent: ({ kind, agent }) => {
      if (kind === "started") working.add(agent);
      else if (working.delete(agent)) done++;
    },
    [Symbol.dispose]: () => {
      clearInterval(timer);
      stream.write("\r\u001b[K");
    },
  };
}

function waiting(working: ReadonlySet<string>): string {
  return working.size === 0 ? "" : `, waiting for ${[...working].join(", ")}`;
}
