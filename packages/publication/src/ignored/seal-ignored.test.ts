import { expect, test } from "vitest";
import { readHiddenLines } from "../markers/hidden-line.ts";
import { fitIgnored, openIgnored, sealIgnored } from "./seal-ignored.ts";

const ignoredOf = (at: number, reason = "so") => {
  return { id: at.toString(16).padStart(16, "0"), reason, by: "ada" };
};
const reopened = (line: string) => readHiddenLines(line).flatMap(openIgnored);

test("the list comes back as it was, in any script", () => {
  const list = [ignoredOf(1, "nötig 😀 --> <b>"), ignoredOf(2, "")];
  expect(reopened(sealIgnored(fitIgnored(list).kept))).toEqual(list);
});

test("of two words on one finding the later holds, and reasons are one short line", () => {
  const list = [ignoredOf(1), ignoredOf(2), ignoredOf(1, `later\n${"x".repeat(400)}`)];
  const { kept } = fitIgnored(list);
  expect(kept.map(({ id }) => id)).toEqual([ignoredOf(1).id, ignoredOf(2).id]);
  expect(kept[0]?.reason).toMatch(/^later x{293}…$/);
});

test("of too many the latest are kept, and the others counted", () => {
  const list = Array.from({ length: 500 }, (_, at) => ignoredOf(at, "r".repeat(100)));
  const { kept, dropped } = fitIgnored(list);
  expect(kept.length + dropped.length).toBe(500);
  expect(kept.at(-1)?.id).toBe(ignoredOf(499).id);
  expect(sealIgnored(kept).length).toBeLessThan(6500);
});

test("what is damaged or foreign is no list", () => {
  const line = sealIgnored([ignoredOf(1)]);
  expect(reopened(line.replace(" 1 ", " 2 "))).toEqual([]);
  expect(reopened(line.replace(/[\w=](?= -->)/, "A"))).toEqual([]);
  expect(reopened(sealIgnored([{ ...ignoredOf(1), id: "x" }]))).toEqual([]);
});
