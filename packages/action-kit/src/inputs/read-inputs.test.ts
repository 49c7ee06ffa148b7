import { CodedError } from "@swarm-actions/core";
import { describe, expect, test } from "vitest";
import {
  choice,
  countOrAuto,
  decimal,
  flag,
  identifier,
  list,
  optionalChoice,
  secret,
  text,
  wholeNumber,
  word,
} from "./input.ts";
import { readInputs } from "./read-inputs.ts";

const declared = {
  token: secret(),
  mode: choice(["auto", "review"], "auto"),
  "fail-on": optionalChoice(["high", "never"]),
  "dry-run": flag(false),
  "pull-request": wholeNumber({ min: 1, max: 1000 }),
  agents: list(),
  key: identifier("main"),
  config: text({ default: "swarm.yml" }),
};

function read(given: Readonly<Record<string, string>>) {
  const variables = Object.entries({ token: "abc", ...given }).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return readInputs(declared, Object.fromEntries(variables));
}

function fault(given: Readonly<Record<string, string>>): CodedError {
  try {
    read(given);
  } catch (thrown) {
    if (thrown instanceof CodedError) return thrown;
  }
  throw new Error("nothing was refused");
}

test("an empty input means its default", () => {
  expect(read({ mode: "", "dry-run": " " }).values).toEqual({
    token: "abc",
    mode: "auto",
    "fail-on": null,
    "dry-run": false,
    "pull-request": null,
    agents: [],
    key: "main",
    config: "swarm.yml",
  });
});

test("each kind is read into its type", () => {
  const given = {
    mode: "review",
    "fail-on": "never",
    "dry-run": "True",
    "pull-request": "7",
    agents: "a, b\nc,,",
    key: "a.b_c-1",
    config: " other.yml ",
  };
  expect(read(given).values).toEqual({
    token: "abc",
    mode: "review",
    "fail-on": "never",
    "dry-run": true,
    "pull-request": 7,
    agents: ["a", "b", "c"],
    key: "a.b_c-1",
    config: "other.yml",
  });
});

test("secrets are told apart", () => {
  expect(read({ config: "c" }).secrets).toEqual(["abc"]);
});

describe("a wrong value is refused by name, and never quoted", () => {
  test.each([
    ["mode", "revue", 'input "mode" must be one of auto, review'],
    ["fail-on", "hihg", 'input "fail-on" must be one of high, never, or empty'],
    ["dry-run", "yes", 'input "dry-run" must be true or false'],
    ["pull-request", "0", 'input "pull-request" must be a whole number from 1 to 1000'],
    ["pull-request", "1e2", 'input "pull-request" must be a whole number from 1 to 1000'],
    ["key", "a b", 'input "key" must be 1 to 64 letters, digits, dots, underscores or hyphens'],
    ["token", "", 'input "token" must not be empty'],
  ])("%s: %j", (name, value, message) => {
    const { code, message: said, place, fix } = fault({ [name]: value });
    expect({ code, said, place }).toEqual({
      code: "action/invalid-input",
      said: message,
      place: `with: ${name}`,
    });
    expect(fix).toBe(`Correct \`with: ${name}\` in the workflow.`);
  });

  test("all of them at once", () => {
    expect(fault({ mode: "x", "dry-run": "x" }).fix).toContain("mode` and `with: dry-run");
  });
});

describe("numbers that may be something else", () => {
  const inputs = {
    cost: decimal({ min: 0, max: 100 }),
    workers: countOrAuto({ min: 1, max: 256 }),
    key: word(/^[a-z]{1,3}$/, "must be three letters", "abc"),
  };
  const given = (variables: Readonly<Record<string, string>>) =>
    readInputs(inputs, variables).values;

  test("are what they say", () => {
    expect(given({})).toEqual({ cost: null, workers: "auto", key: "abc" });
    const said = { INPUT_COST: "0.25", INPUT_WORKERS: "16", INPUT_KEY: "x" };
    expect(given(said)).toEqual({ cost: 0.25, workers: 16, key: "x" });
  });

  test.each([
    [{ INPUT_COST: "-1" }, "must be a number from 0 to 100"],
    [{ INPUT_COST: "1e9" }, "must be a number from 0 to 100"],
    [{ INPUT_WORKERS: "many" }, "must be auto, or a whole number from 1 to 256"],
    [{ INPUT_WORKERS: "0" }, "must be auto, or a whole number from 1 to 256"],
    [{ INPUT_KEY: "A" }, "must be three letters"],
  ])("%o is refused", (variables, demand) => {
    expect(() => given(variables)).toThrow(demand);
  });
});
