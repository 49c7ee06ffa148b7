import type { ActionEnvironment } from "@swarm-actions/action-kit";
import { createActionsCacheStore, type EtagStore } from "@swarm-actions/github";
import type { Task } from "../choose-mode.ts";

/** Answers of GitHub that one run keeps for the next, as soon as the settings allow it. */
export interface AnswerCache {
  readonly store: EtagStore;
  readonly allow: (isAllowed: boolean) => void;
}

/**
 * For reviews alone: a run that publishes, or obeys a comment, has more rights than those whose caches
 * it could be given. Null for all others.
 */
export function createAnswerCache(
  { owner, repository }: ActionEnvironment,
  task: Task,
): AnswerCache | null {
  if (task.mode !== "review" && task.mode !== "analyze") return null;
  const scope = `${owner}/${repository}#${task.number}`;
  const kept = createActionsCacheStore(scope);
  let isAllowed = false;
  return {
    store: {
      load: async () => (isAllowed ? kept.load() : null),
      save: async (text) => (isAllowed ? kept.save(text) : undefined),
    },
    allow: (allowed) => {
      isAllowed = allowed;
    },
  };
}
