import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { collectInputs, planInputs, wholeInputs, workInputs } from "./declared.ts";

interface Manifest {
  readonly inputs: Readonly<Record<string, { description: string; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
}

const actions = [
  ["action.yml", wholeInputs],
  ["plan/action.yml", planInputs],
  ["work/action.yml", workInputs],
  ["collect/action.yml", collectInputs],
] as const;

function read(path: string): Manifest {
  return parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
}

test.each(actions)("%s and the code declare the same inputs and defaults", (path, declared) => {
  const stated = Object.entries(read(path).inputs).map(([name, { default: value = "" }]) => [
    name,
    value,
  ]);
  const known = Object.entries(declared).map(([name, input]) => [
    name,
    input.isSecret ? `\${{ github.${name} }}` : input.default,
  ]);
  expect(stated).toEqual(known);
});

test.each(actions)("everything in %s is described", (path) => {
  const { inputs, outputs } = read(path);
  for (const { description } of Object.values({ ...inputs, ...outputs })) {
    expect(description).toMatch(/^\S.{10,}\.$/);
  }
});
