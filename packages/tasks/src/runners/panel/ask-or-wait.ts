import { setTimeout as wait } from "node:timers/promises";
import { type Asking, askParts } from "./ask-parts.ts";
import type { Asked } from "./change-parts.ts";
import type { PanelOutput } from "./panel-output.ts";
import { nobodyWasAsked } from "./was-not-asked.ts";

/** Milliseconds: its own turn to try a provider again is worth waiting for so long. */
const ownTurn = 150_000;
/** Milliseconds between looks: others may have found that it came back. */
const look = 500;

/**
 * Asks about a task. Where all who could answer are taken to be down, the task is not used up by that: it
 * waits until one of them may be tried, once, or others had an answer.
 * @returns null when nobody answers then either
 */
export async function askOrWait(
  asking: Asking,
  asked: Asked,
  signal: AbortSignal,
): Promise<PanelOutput | null> {
  const output = await askParts(asking, asked, signal);
  if (!nobodyWasAsked(output.members)) return output;
  await untilOpen(asking, signal);
  if (signal.aborted || isShut(asking)) return null;
  const again = await askParts(asking, asked, signal);
  return again.members.some(({ report }) => report.status === "ok") ? again : null;
}

function isShut({ log, agents }: Asking): boolean {
  return log.opensIn(agents) > 0;
}

async function untilOpen({ log, agents }: Asking, signal: AbortSignal): Promise<void> {
  const end = performance.now() + ownTurn;
  for (;;) {
    const left = log.opensIn(agents);
    const isOwnTurn = performance.now() + left <= end;
    const most = isOwnTurn ? left : Math.min(left, log.patience);
    if (most <= 0 || signal.aborted) return;
    const pause = Math.min(most, look);
    await wait(pause, undefined, { signal }).catch(() => {});
    if (!isOwnTurn) log.wait(pause);
  }
}
