// Loaded into a child process with `--import`. When a process does nothing but wait, its next wait of a
// second or more ends at once, and is written to the file named by FAST_TIMERS: a line each, in
// milliseconds; its clock is put forward by what is left of it. Limits that stand around work, such as that of a request or of a program, keep their
// time: while one of those is under way the process is not idle.
import { appendFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { performance } from "node:perf_hooks";
import timers from "node:timers";
import promises from "node:timers/promises";

const file = process.env.FAST_TIMERS;
const shortest = 1_000;
const poll = 25;
/** The share of its time that a process works which does more than wait. */
const busy = 0.25;
/** What is there while a process waits: its timers and its own input and output. */
const idle = new Set(["Timeout", "Immediate", "PipeWrap", "TTYWrap"]);

const { setTimeout: start, setInterval: repeat, clearTimeout: stop } = timers;
/** @type {Set<{ timer: NodeJS.Timeout, due: number, ms: number, run: () => void }>} */
const waits = new Set();

const fastTimeout = (callback, ms, ...args) => {
  const wait = { due: performance.now() + ms, ms, run: () => callback(...args) };
  wait.timer = start(() => {
    waits.delete(wait);
    wait.run();
  }, ms);
  if (ms >= shortest) waits.add(wait);
  return wait.timer;
};

const now = Date.now;
let ahead = 0;
let quiet = 0;
let before = performance.eventLoopUtilization();
repeat(() => {
  // Work that asks for nothing, such as compiling what was imported, shows only by the time it takes.
  const used = performance.eventLoopUtilization();
  const { utilization } = performance.eventLoopUtilization(used, before);
  before = used;
  // Node marks a timer that has ended or was cleared so.
  for (const wait of waits) if (wait.timer._destroyed) waits.delete(wait);
  const isIdle = process.getActiveResourcesInfo().every((type) => idle.has(type));
  quiet = isIdle && utilization < busy ? quiet + 1 : 0;
  if (quiet < 4) return;
  const [next] = [...waits].filter(({ timer }) => timer.hasRef()).sort((a, b) => a.due - b.due);
  if (next === undefined) return;
  quiet = 0;
  waits.delete(next);
  stop(next.timer);
  ahead += Math.max(0, next.due - performance.now());
  appendFileSync(file, `${next.ms}\n`);
  next.run();
}, poll).unref();

const fastWait = (ms, value, { signal, ref = true } = {}) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      stop(timer);
      reject(new DOMException("The operation was aborted", "AbortError"));
    };
    const timer = fastTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve(value);
    }, ms);
    if (!ref) timer.unref();
    signal?.addEventListener("abort", abort, { once: true });
  });

if (file !== undefined) {
  // Whoever looks at the clock after a wait finds that it has passed.
  Date.now = () => Math.round(now() + ahead);
  globalThis.setTimeout = fastTimeout;
  timers.setTimeout = fastTimeout;
  promises.setTimeout = fastWait;
  syncBuiltinESMExports();
}
