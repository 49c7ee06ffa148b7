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

test("numbers and yes or no are names, and editors may have left their marks", () => {
  const text =
    '\ufeff{"item":1,"voter":2,"label":true}\r\n\r\n{"item":1.5,"voter":"b","label":0}\r\n';
  expect(readVotes(text, "votes.jsonl")).toEqual([
    { item: "1", voter: "2", label: "true" },
    { item: "1.5", voter: "b", label: "0" },
  ]);
});

test.each(["", "\n \r\n", "\ufeff"])("%j holds no vote, which is no verdict either", (text) => {
  expect(() => readVotes(text, "votes.jsonl")).toThrow(
    expect.objectContaining({ code: "consensus/no-votes", place: "votes.jsonl" }),
  );
});

const good = '{"item":"1","voter":"a","provider":"p","label":"A"}';

test.each([
  ["{", "consensus/malformed-votes"],
  ["[]", "consensus/malformed-votes"],
  ["null", "consensus/malformed-votes"],
  ['{"item":"1","voter":"b"}', "consensus/malformed-votes"],
  ['{"item":{},"voter":"b","label":"A"}', "consensus/malformed-votes"],
  ['{"item":9007199254740993,"voter":"b","label":"A"}', "consensus/malformed-votes"],
  ['{"item":"1","voter":"b","label":1e999}', "consensus/malformed-votes"],
  ['{"item":"2","voter":"a","provider":"q","label":"A"}', "consensus/two-providers"],
  ['{"item":"1","voter":"b","label":"A","weight":"2"}', "consensus/malformed-votes"],
  ['{"item":"1","voter":"b","label":"A","weight":-1}', "consensus/invalid-weight"],
  ['{"item":"1","voter":"b","label":""}', "consensus/invalid-vote"],
  [good, "consensus/duplicate-voter"],
])("%s is refused as %s, with its line", (line, code) => {
  expect(() => readVotes(`${good}\n\n${line}\n`, "votes.jsonl")).toThrow(
    expect.objectContaining({ code, place: "votes.jsonl:3" }),
  );
});
