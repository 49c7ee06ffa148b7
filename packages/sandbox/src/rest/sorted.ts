import type { Call } from "../kernel/endpoint.ts";

interface Dated {
  readonly id: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Orders and cuts a list as `sort`, `direction` and `since` say. */
export function sorted<Item extends Dated>(
  call: Call,
  items: readonly Item[],
  usual: "asc" | "desc",
): readonly Item[] {
  const since = Date.parse(call.query.get("since") ?? "");
  const isUpdated = call.query.get("sort") === "updated";
  const sign = (call.query.get("direction") ?? usual) === "desc" ? -1 : 1;
  const key = (item: Item): number => (isUpdated ? item.updatedAt : item.createdAt).getTime();
  return items
    .filter((item) => Number.isNaN(since) || item.updatedAt.getTime() >= since)
    .toSorted((one, other) => sign * (key(one) - key(other) || one.id - other.id));
}
