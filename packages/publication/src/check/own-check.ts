import { canonicalJson, digest } from "@swarm-actions/core";
import type { ExistingCheck } from "../conversation.ts";

/** One check of one commit, whatever it says. */
interface CheckOwner {
  readonly key: string;
  readonly headSha: string;
}

/** What a check is found again by: whose it is, and what it says. @param content any JSON */
export function checkIdOf(owner: CheckOwner, content: unknown): string {
  return prefixOf(owner) + digest(canonicalJson(content), 32);
}

/** The checks of ours that a commit has already; they may say something else. */
export function findOwnChecks(
  existing: readonly ExistingCheck[],
  owner: CheckOwner,
): readonly ExistingCheck[] {
  return existing.filter(({ externalId }) => externalId.startsWith(prefixOf(owner)));
}

function prefixOf({ key, headSha }: CheckOwner): string {
  return `swarm-actions:${digest(`${key} ${headSha}`, 16)}:`;
}
