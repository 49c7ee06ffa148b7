import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./client-options.ts";

/** The real time, and real chance. */
export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) => wait(ms, undefined, signal === undefined ? {} : { signal }),
};
