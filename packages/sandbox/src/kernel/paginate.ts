import type { Call } from "./endpoint.ts";

/** One page of a list, and the headers that lead to the others. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Cuts out what `page` and `per_page` ask for: `usual` a page unless said, 100 at most when said. */
export function page<Item>(call: Call, all: readonly Item[], usual = 30): Page<Item> {
  const asked = positive(call.query.get("per_page"));
  const perPage = asked === null ? usual : Math.min(100, asked);
  const current = positive(call.query.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(all.length / perPage));
  const items = all.slice((current - 1) * perPage, current * perPage);
  const links = linksFrom(current, last).map(
    ([name, target]) => `<${addressOf(call, target)}>; rel="${name}"`,
  );
  return { items, headers: links.length === 0 ? {} : { link: links.join(", ") } };
}

function linksFrom(current: number, last: number): readonly (readonly [string, number])[] {
  const back = [["prev", Math.min(current - 1, last)]] as const;
  const on = [
    ["next", current + 1],
    ["last", last],
  ] as const;
  return [
    ...(current > 1 ? back : []),
    ...(current < last ? on : []),
    ...(current > 1 ? ([["first", 1]] as const) : []),
  ];
}

function addressOf(call: Call, target: number): string {
  const query = new URLSearchParams(call.query);
  query.set("page", String(target));
  return `${call.world.url}${call.path}?${query}`;
}

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
