import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "@swarm-actions/swarm";

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, { signal });
  },
};
