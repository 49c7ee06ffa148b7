// Loaded into a child process with `--import`: waits of a second or more last a twentieth of their time. For
// processes that keep connections open, which fast-timers.mjs takes for work.
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers";
import promises from "node:timers/promises";

const shortest = 1_000;
const factor = 20;
const { setTimeout: start } = timers;
const { setTimeout: wait } = promises;

const shorten = (ms) => (ms >= shortest ? ms / factor : ms);
const shortTimeout = (callback, ms, ...args) => start(callback, shorten(ms), ...args);

globalThis.setTimeout = shortTimeout;
timers.setTimeout = shortTimeout;
promises.setTimeout = (ms, value, options) => wait(shorten(ms), value, options);
syncBuiltinESMExports();
