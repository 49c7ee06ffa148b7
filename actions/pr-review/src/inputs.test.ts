import { readFileSync } from "node:fs";
import { createKit } from "@swarm-actions/action-kit";
import { severities } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { createFakeRunner } from "../../../test/support/fake-runner.ts";
import { declaredInputs, readInputs } from "./inputs.ts";

interface Manifest {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
}

const file = new URL("../action.yml", import.meta.url);
const manifest: Manifest = parse(readFileSync(file, "utf8"));

function read(variables: Readonly<Record<string, string>>) {
  return readInputs(createKit(createFakeRunner(variables), new AbortController().signal));
}

test("action.yml and the code declare the same inputs with the same defaults", () => {
  const stated = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default]);
  const read = Object.entries(declaredInputs).map(([name, input]) => [
    name,
    input.isSecret ? `\${{ github.${name} }}` : input.default,
  ]);
  expect(stated).toEqual(read);
});

test("everything is described", () => {
  for (const { description } of Object.values({ ...manifest.inputs, ...manifest.outputs })) {
    expect(description).toMatch(/^\S.{10,}\.$/);
  }
});

test("with a token alone, everything else is as action.yml states it", () => {
  expect(read({ INPUT_TOKEN: "t-o-k-e-n" })).toEqual({
    token: "t-o-k-e-n",
    mode: "auto",
    configPath: ".github/swarm.yml",
    failOn: null,
    pullRequest: null,
    key: "pr-review",
    artifact: "pr-review",
    swarmArtifact: null,
    dryRun: false,
  });
});

test.each([...severities, "never"])("fail-on takes %s", (severity) => {
  expect(read({ INPUT_TOKEN: "t-o-k-e-n", "INPUT_FAIL-ON": severity }).failOn).toBe(severity);
});

test("what makes no sense is refused by name", () => {
  const variables = { INPUT_TOKEN: "", INPUT_MODE: "revue", INPUT_KEY: "a/b" };
  expect(() => read(variables)).toThrow(/"token" .*"mode" .*"key" /);
});
