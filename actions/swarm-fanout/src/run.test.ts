import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { partOf } from "./run.ts";

test.each([
  ["action.yml", "whole"],
  ["plan/action.yml", "plan"],
  ["work/action.yml", "work"],
  ["collect/action.yml", "collect"],
])("%s starts the part %s", (path, part) => {
  const { runs } = parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));
  expect(partOf(`/actions/swarm-fanout/${runs.main}`)).toBe(part);
});
