/** The swarm that one group of a hierarchical swarm is; null: the group is all of it. */
export function groupKey(key: string, group: number | null): string {
  return group === null ? key : `${key}-g${group}`;
}
