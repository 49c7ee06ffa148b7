import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Link, linkMembers } from "./link.ts";

const link = (a: number, b: number, affinity: number): Link => ({ a, b, affinity });

describe("average linkage", () => {
  test("leaves members alone that nothing links", () => {
    expect(linkMembers(["a", "b"], [])).toEqual([[0], [1]]);
    expect(linkMembers(["a", "b"], [link(0, 1, -0.1)])).toEqual([[0], [1]]);
  });

  test("joins those that are close enough, exactly enough included", () => {
    expect(linkMembers(["a", "b", "c"], [link(0, 1, 0), link(1, 2, -1)])).toEqual([[0, 1], [2]]);
  });

  test("never joins two members of one owner, and prefers the closer one", () => {
    const links = [link(0, 1, 0.3), link(0, 2, 0.5)];
    expect(linkMembers(["a", "b", "b"], links)).toEqual([[0, 2], [1]]);
    expect(linkMembers(["a", "a"], [link(0, 1, 1)])).toEqual([[0], [1]]);
  });

  test("does not chain: a friend of a friend needs to be close on average", () => {
    const chain = [link(0, 1, 0.6), link(1, 2, 0.5)];
    expect(linkMembers(["a", "b", "c"], chain)).toEqual([[0, 1], [2]]);
    expect(linkMembers(["a", "b", "c"], [...chain, link(0, 2, -0.4)])).toEqual([[0, 1, 2]]);
  });

  test("joins two groups by the average over all their pairs", () => {
    const inner = [link(0, 1, 0.9), link(2, 3, 0.9)];
    const across = (affinity: number): Link[] =>
      [0, 1].flatMap((a) => [2, 3].map((b) => link(a, b, affinity)));
    const owners = ["a", "b", "c", "d"];
    expect(linkMembers(owners, [...inner, ...across(0.1)])).toEqual([[0, 1, 2, 3]]);
    expect(linkMembers(owners, [...inner, ...across(-0.1)])).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  test("breaks ties by the first members", () => {
    const links = [link(1, 2, 0.5), link(0, 1, 0.5), link(0, 2, -1)];
    expect(linkMembers(["a", "b", "c"], links)).toEqual([[0, 1], [2]]);
  });

  test("agrees with trying every pair of groups each time", () => {
    const size = 9;
    const affinity = fc.integer({ min: -10, max: 10 }).map((tenths) => tenths / 16);
    const anyLinks = fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), affinity), { maxLength: 40 })
      .map((list) => {
        const unique = new Map<string, Link>();
        for (const [x, y, close] of list) {
          const [a, b] = [Math.min(x, y), Math.max(x, y)];
          if (a !== b) unique.set(`${a}-${b}`, link(a, b, close));
        }
        return [...unique.values()];
      });
    const anyOwners = fc.array(fc.constantFrom("a", "b", "c", "d"), {
      minLength: size,
      maxLength: size,
    });
    fc.assert(
      fc.property(anyOwners, anyLinks, (owners, links) => {
        expect(linkMembers(owners, links)).toEqual(linkByTryingAll(owners, links));
      }),
      { numRuns: 500 },
    );
  });
});

/** The definition, written down without regard to time. */
function linkByTryingAll(owners: readonly string[], links: readonly Link[]): number[][] {
  const groups = owners.map((_, member) => [member]);
  const close = (x: number, y: number): number =>
    links.find(({ a, b }) => a === Math.min(x, y) && b === Math.max(x, y))?.affinity ?? -1;
  for (;;) {
    let best: { x: number[]; y: number[]; average: number } | null = null;
    for (const x of groups) {
      for (const y of groups.slice(groups.indexOf(x) + 1)) {
        if (x.some((one) => y.some((other) => owners[one] === owners[other]))) continue;
        const sum = x.reduce(
          (all, one) => y.reduce((part, other) => part + close(one, other), all),
          0,
        );
        const average = sum / (x.length * y.length);
        if (average >= 0 && average > (best?.average ?? -1)) best = { x, y, average };
      }
    }
    if (best === null) return groups.map((group) => group.sort((a, b) => a - b));
    best.x.push(...best.y);
    groups.splice(groups.indexOf(best.y), 1);
  }
}
