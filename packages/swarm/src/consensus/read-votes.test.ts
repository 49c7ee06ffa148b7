import { expect, test } from "vitest";
import { readVotes } from "./read-votes.ts";

test("votes are read a line each; empty lines and other keys are not looked at", () => {
  const text = [
    '{"item":"1","voter":"a","provider":"p","label":"A","weight":2,"why":"…"}',
    "",
    '{"item":"1","voter":"b","label":null}\r',
    '{"item":"1","voter":"c","ranking":["B","A"]}',
  ];
  expect(readVotes(text.join("\n"), "votes.jsonl")).toEqual([
    { item: "1", voter: "a", provider: "p", label: "A", weight: 2 },
    { item: "1", voter: "b", label: null },
    { item: "1", voter: "c", label: "B", ranking: ["B", "A"] },
  ]);
});

const good = '{"item":"1","voter":"a","label":"A"}';

test.each([
  ["{", "consensus/malformed-votes"],
  ["[]", "consensus/malformed-votes"],
  ["null", "consensus/malformed-votes"],
  ['{"item":"1","voter":"b"}', "consensus/malformed-votes"],
  ['{"item":1,"voter":"b","label":"A"}', "consensus/malformed-votes"],
  ['{"item":"1","voter":"b","label":"A","weight":"2"}', "consensus/malformed-votes"],
  ['{"item":"1","voter":"b","label":"A","weight":-1}', "consensus/invalid-weight"],
  ['{"item":"1","voter":"b","label":""}', "consensus/invalid-vote"],
  [good, "consensus/duplicate-voter"],
])("%s is refused as %s, with its line", (line, code) => {
  expect(() => readVotes(`${good}\n\n${line}\n`, "votes.jsonl")).toThrow(
    expect.objectContaining({ code, place: "votes.jsonl:3" }),
  );
});
