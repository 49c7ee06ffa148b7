/** In a mesh every agent does every task; each such pair is a task of the plan, with a key of its own. */
export function meshKey(question: string, agent: number): string {
  return `${question}@w${agent}`;
}

/** The key of the task that agents of a mesh answer alike. */
export function questionOf(key: string): string {
  return key.replace(/@w\d{1,4}$/, "");
}

/** Which agent of a mesh a task is for, such as `w2`; null: it is of no mesh. */
export function agentOf(key: string): string | null {
  return /@(w\d{1,4})$/.exec(key)?.[1] ?? null;
}
