import { expect, test } from "vitest";
import { createWorld } from "../state/create-world.ts";
import type { Call } from "./endpoint.ts";
import { page } from "./paginate.ts";

const items = Array.from({ length: 95 }, (_, index) => index);

test.each([
  ["", 30, 0, ["next 2", "last 4"]],
  ["page=2", 30, 30, ["prev 1", "next 3", "last 4", "first 1"]],
  ["page=4", 5, 90, ["prev 3", "first 1"]],
  ["per_page=95", 95, 0, []],
  ["per_page=1000", 95, 0, []],
  ["page=9&per_page=50", 0, undefined, ["prev 2", "first 1"]],
  ["page=-1&per_page=x", 30, 0, ["next 2", "last 4"]],
])("?%s shows %i items from %s on, and links to %j", (query, count, first, links) => {
  const found = page(callWith(query), items);
  expect(found.items).toHaveLength(count);
  expect(found.items[0]).toBe(first);
  expect(linksOf(found.headers.link)).toEqual(links);
});

test("links keep what else was asked for", () => {
  const { headers } = page(callWith("state=all&per_page=10"), items);
  expect(headers.link).toContain(
    '<http://127.0.0.1/repos/a/b/issues?state=all&per_page=10&page=2>; rel="next"',
  );
});

function callWith(query: string): Call {
  const fail = (): never => {
    throw new Error("not asked for");
  };
  return {
    world: createWorld({ directory: "", emit: fail }),
    path: "/repos/a/b/issues",
    params: {},
    query: new URLSearchParams(query),
    headers: {},
    rawBody: Buffer.alloc(0),
    effect: null,
    token: fail,
    app: fail,
    repository: fail,
  };
}

function linksOf(link: string | undefined): string[] {
  const found = (link ?? "").matchAll(/[?&]page=(\d+)[^>]*>; rel="(\w+)"/g);
  return [...found].map(([, target, name]) => `${name} ${target}`);
}
