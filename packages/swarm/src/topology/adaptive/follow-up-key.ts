/** The key of a task that one more agent is asked. Its votes are on the same items. */
export function followUpKey(task: string, agent: string): string {
  return `${task}+${agent}`;
}
