import type { Json, Task } from "@swarm-actions/swarm";
import { hunksPayload } from "./payload.ts";

/** Fingerprints of hunks that nobody was asked about, as tasks say it. */
export function carriedBy(tasks: readonly Pick<Task, "payload">[]): ReadonlySet<string> {
  return new Set(tasks.flatMap(({ payload }) => carriedIn(payload)));
}

function carriedIn(payload: Json): readonly string[] {
  const read = hunksPayload.safeParse(payload);
  return read.success ? (read.data.carried ?? []) : [];
}
