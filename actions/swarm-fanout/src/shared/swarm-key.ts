import { groupKey } from "@swarm-actions/swarm";

/** The swarm that a job belongs to: that of its group, where it has one. */
export function swarmKey(key: string, group: number | null): string {
  return group === null ? key : groupKey(key, group);
}
