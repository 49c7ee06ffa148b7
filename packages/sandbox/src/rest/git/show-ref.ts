import type { Call } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/refusal.ts";
import { listRefs } from "../../operations/git/list-refs.ts";
import { presentRef } from "../../present/git-ref.ts";

/** @param name In full: `refs/heads/main`. @throws Refusal 404 when there is none */
export async function showRef(call: Call, name: string): Promise<Record<string, unknown>> {
  const [ref] = (await listRefs(call.repository(), name)).filter(({ ref }) => ref === name);
  if (ref === undefined) throw notFound();
  return presentRef(call.world, call.repository(), ref);
}
