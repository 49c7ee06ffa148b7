import { messageOf } from "@swarm-actions/core";
import { z } from "zod";
import { historyLimits } from "./forget.ts";
import { type Duration, type History, noHistory } from "./history.ts";

/** A history that was read, or none and why. */
export interface ReadHistory {
  readonly history: History;
  /** One sentence for people when it could not be used; null when it could. */
  readonly notice: string | null;
}

/** Longer texts are not looked at: no history that was written here comes near it. */
const maxLength = 64 * 1024 * 1024;

const seconds = z.number().nonnegative();
const count = z.number().int().nonnegative().max(1e9);
const name = z.string().min(1).max(4096);

const schema = z.strictObject({
  version: z.literal(1),
  runs: count,
  kinds: z.array(z.string().max(4096)).max(historyLimits.durations),
  durations: z
    .array(z.tuple([name, count, seconds, seconds, count.min(1), count]))
    .max(historyLimits.durations),
  readySeconds: z.array(seconds).max(historyLimits.samples),
  setupSeconds: z.array(seconds).max(historyLimits.samples),
  claimSeconds: z.array(seconds).max(historyLimits.samples),
  reliability: z.array(z.tuple([name, seconds, seconds])).max(historyLimits.voters),
  // Histories that were kept before outcomes were counted have none.
  counted: z
    .array(z.string().regex(/^[0-9a-f]{12}$/))
    .max(historyLimits.counted)
    .default([]),
});

/**
 * Reads what `encodeHistory` wrote. It comes from a cache, which may be old, cut off or forged: whatever
 * is wrong with it, the run goes on without a history, and says so.
 */
export function decodeHistory(text: string): ReadHistory {
  if (text.length > maxLength) return refused(`it is ${text.length} characters long`);
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return read(parsed.data);
    const [issue] = parsed.error.issues;
    return refused(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? "it is not a history"}`);
  } catch (error) {
    return refused(`it is no JSON: ${messageOf(error).slice(0, 100)}`);
  }
}

function read(data: z.infer<typeof schema>): ReadHistory {
  const durations = new Map<string, Duration>();
  for (const [key, place, mean, variance, times, seen] of data.durations) {
    const kind = data.kinds[place];
    if (kind === undefined) return refused(`the kind of "${key.slice(0, 100)}" is not in it`);
    if (durations.has(key)) return refused(`"${key.slice(0, 100)}" stands in it twice`);
    if (seen > data.runs) return refused(`"${key.slice(0, 100)}" was seen in a run to come`);
    durations.set(key, { mean, variance, count: times, kind, seen });
  }
  const reliability = new Map(
    data.reliability.map(([voter, right, wrong]) => [voter, { right, wrong }]),
  );
  const { kinds: _, ...rest } = data;
  const counted = [...new Set(data.counted)];
  return { history: { ...rest, durations, reliability, counted }, notice: null };
}

function refused(why: string): ReadHistory {
  return {
    history: noHistory,
    notice: `The history could not be used, so nothing is known of earlier runs: ${why}.`,
  };
}
