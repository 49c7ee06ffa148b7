import type { Repository } from "../state/model.ts";

/** Issues and pull requests count together. */
export function nextNumber(repository: Repository): number {
  return Math.max(0, ...repository.issues.keys()) + 1;
}
