import { canonicalJson, digest } from "@swarm-actions/core";
import { z } from "zod";
import { isShallow } from "../../collect/is-shallow.ts";
import { healthSchema, resultSchema } from "../../collect/page-schema.ts";
import type { ProviderHealth, TaskResult } from "../../collect/result.ts";

/** What an agent of a mesh says in one round. */
export interface RoundPage {
  readonly version: 1;
  /** The digest of the plan that it works on. */
  readonly plan: string;
  readonly round: number;
  readonly results: readonly TaskResult[];
  /** How providers answered it so far; left out: it asks none. */
  readonly providers?: readonly ProviderHealth[];
}

/** UTF-16 units, and bytes at most thrice as many. */
export const longestRound = 16 * 1024 * 1024;

const schema = z.strictObject({
  version: z.literal(1),
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  round: z.int().min(0).max(1_000),
  results: z.array(resultSchema).max(200_000),
  providers: z.array(healthSchema).max(1_000).optional(),
});

export function encodeRound(page: RoundPage): string {
  return JSON.stringify(page);
}

/** Reads what anybody may have put up; null: it is no such page of this plan. */
export function decodeRound(text: string, plan: string, round: number): RoundPage | null {
  if (text.length > longestRound || !isShallow(text)) return null;
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success || parsed.data.plan !== plan || parsed.data.round !== round) return null;
  return parsed.data as RoundPage;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON is no page: the schema refuses it.
    return undefined;
  }
}

/** Equal where agents say the same, however long they took. */
export function answersDigest(results: readonly TaskResult[]): string {
  const said = results.map(({ key, status, output, votes }) =>
    canonicalJson({ key, status, output, votes }),
  );
  return digest(JSON.stringify(said.sort()));
}
