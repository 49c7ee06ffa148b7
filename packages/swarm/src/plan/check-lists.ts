import { cutText } from "@swarm-actions/core";
import type { SwarmPlan } from "./plan.ts";

/**
 * What is wrong with a plan whose form is right; null: nothing. Every task stands in exactly one block; in
 * a mesh what each agent says to a question is a task of its own.
 */
export function checkLists(plan: SwarmPlan): string | null {
  const { tasks, predictions, lists } = plan;
  if (predictions.length !== tasks.length) {
    return `${predictions.length} predictions for ${tasks.length} tasks`;
  }
  return checkKeys(plan) ?? checkPlaces(plan) ?? checkOnce(plan, lists);
}

function checkKeys({ tasks }: SwarmPlan): string | null {
  const keys = new Set<string>();
  for (const { key } of tasks) {
    if (keys.has(key)) return `"${cutText(key, 100)}" is the key of two tasks`;
    keys.add(key);
  }
  return null;
}

function checkPlaces({ lists, choice }: SwarmPlan): string | null {
  if (lists.length !== choice.workers) {
    return `${lists.length} lists for ${choice.workers} workers`;
  }
  for (const [worker, list] of lists.entries()) {
    for (const [place, block] of list.entries()) {
      if (block.worker !== worker || block.block !== place) {
        return `block ${place} of worker ${worker} says that it is another one`;
      }
    }
  }
  return null;
}

function checkOnce({ tasks }: SwarmPlan, lists: SwarmPlan["lists"]): string | null {
  const seen = new Uint8Array(tasks.length);
  for (const index of lists.flatMap((list) => list.flatMap((block) => block.tasks))) {
    if (index >= tasks.length) return `a block holds task ${index} of ${tasks.length}`;
    if (seen[index] === 1) return `task ${index} stands in two blocks`;
    seen[index] = 1;
  }
  const missing = seen.indexOf(0);
  return missing === -1 ? null : `task ${missing} stands in no block`;
}
