import { expect, test } from "vitest";
import { differences } from "./compare.ts";

test("values may differ, their names and types may not", () => {
  const here = { status: 200, body: { id: 1, name: "a", tags: [], by: null, only: true } };
  const there = { status: 200, body: { id: 2, name: 3, tags: ["x"], by: { id: 1 } } };
  expect(differences(here, here)).toEqual([]);
  expect(differences(here, { ...here, body: { ...here.body, id: 7 } })).toEqual([]);
  expect(differences(here, there)).toEqual([
    "body.by: null here, object there",
    "body.name: string here, number there",
    "body.only: boolean here, absent there",
    "body.tags: empty list here, list there",
  ]);
});

test("the items of a list are compared together", () => {
  const here = { status: 200, body: [{ by: null }, { by: { id: 1 } }] };
  const there = { status: 200, body: [{ by: null }] };
  expect(differences(here, there)).toEqual(["body[].by: null or object here, null there"]);
});

test("another status is all that is told", () => {
  const found = differences({ status: 404, body: { message: "" } }, { status: 200, body: [] });
  expect(found).toEqual(["status: 404 here, 200 there"]);
});
