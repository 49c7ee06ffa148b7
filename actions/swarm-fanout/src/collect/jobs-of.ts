import type { JobTimes, PublishedPlan } from "@swarm-actions/swarm";

/** Jobs beside the workers: those that planned and collected, as far as they told. */
export function jobsOf(plans: readonly PublishedPlan[], startedAt: number): readonly JobTimes[] {
  const planning = plans.flatMap(({ plan: { note, epoch } }) => {
    const job = epoch === 0 ? "plan" : `collect ${epoch}`;
    return note === undefined ? [] : [{ job, startedAt: note.startedAt, endedAt: note.endedAt }];
  });
  return [...planning, { job: "collect", startedAt, endedAt: Date.now() }];
}
