import type { Call, Reply } from "../kernel/endpoint.ts";
import { page } from "../kernel/paginate.ts";
import { ok } from "../kernel/reply.ts";

/** A page of a list; only what is on it is shown. */
export async function pageReply<Item>(
  call: Call,
  all: readonly Item[],
  show: (item: Item) => unknown,
): Promise<Reply> {
  const { items, headers } = page(call, all);
  return ok(await Promise.all(items.map(show)), headers);
}

/** The same where GitHub wraps a list with how long it is. */
export async function countedReply<Item>(
  call: Call,
  name: string,
  all: readonly Item[],
  show: (item: Item) => unknown,
): Promise<Reply> {
  const { items, headers } = page(call, all);
  return ok({ total_count: all.length, [name]: await Promise.all(items.map(show)) }, headers);
}
