import { expect, test } from "vitest";
import { z } from "zod";
import { loadYaml, YamlError, type YamlProblem } from "./load-yaml.ts";

const schema = z.strictObject({
  review: z
    .strictObject({ ignore: z.array(z.string()).optional(), limit: z.number().int().optional() })
    .optional(),
  agents: z
    .record(
      z.string(),
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("command"), run: z.array(z.string()) }),
        z.strictObject({ type: z.literal("sarif"), file: z.string() }),
      ]),
    )
    .optional(),
});

function problems(text: string): readonly YamlProblem[] {
  try {
    loadYaml(text, "swarm.yml", schema);
  } catch (error) {
    if (error instanceof YamlError) return error.problems;
    throw error;
  }
  throw new Error("was accepted");
}

test("a good file gives its value", () => {
  const text = "review:\n  ignore: [a]\n";
  expect(loadYaml(text, "swarm.yml", schema)).toEqual({ review: { ignore: ["a"] } });
});

test("an empty file and one of comments are an empty map", () => {
  expect(loadYaml("", "swarm.yml", schema)).toEqual({});
  expect(loadYaml("# nothing\n", "swarm.yml", schema)).toEqual({});
});

test("a section that holds nothing but comments is as good as none", () => {
  const text = "agents:\n  # none yet\nreview:\n  limit: 3\n";
  expect(loadYaml(text, "swarm.yml", schema)).toEqual({ review: { limit: 3 } });
});

test("an unknown key is named at its place with the nearest known one", () => {
  expect(problems("review:\n  limit: 3\n  ingore: []\n")).toMatchObject([
    { line: 3, column: 3, message: expect.stringContaining('did you mean "ignore"?') },
  ]);
});

test("inside one kind of agent, its own keys are known", () => {
  const text = "agents:\n  a:\n    type: sarif\n    fiel: x.sarif\n    file: y\n";
  expect(problems(text)).toMatchObject([
    { line: 4, column: 5, message: expect.stringContaining('did you mean "file"?') },
  ]);
});

test("a wrong value is shown where it stands", () => {
  expect(problems("review:\n  limit: many\n")).toMatchObject([
    { line: 2, column: 10, message: expect.stringContaining("review.limit") },
  ]);
});

test("broken YAML and a key given twice are errors with their place", () => {
  expect(problems("review: [\n")).toMatchObject([{ line: 2 }]);
  expect(problems("review: {}\nreview: {}\n")).toMatchObject([{ line: 2, column: 1 }]);
});

test("a second document, and a key that may not be, are named in words of the file", () => {
  expect(problems("review: {}\n---\nreview: {}\n")).toMatchObject([
    { line: 2, message: "a second document begins here" },
  ]);
  const named = z.strictObject({
    agents: z.record(z.string().regex(/^[a-z]+$/, "lower case"), z.number()),
  });
  expect(() => loadYaml("agents:\n  Big: 1\n", "swarm.yml", named)).toThrow(
    "swarm.yml:2:3: agents.Big: lower case",
  );
});

test("all problems are named at once, in the order of the file", () => {
  const text = "reviews: {}\nreview:\n  limit: 1.5\nagent: {}\n";
  expect(problems(text).map(({ line }) => line)).toEqual([1, 3, 4]);
});

test("aliases that unfold without end are refused", () => {
  const levels = Array.from({ length: 9 }, (_, at) => {
    const item = at === 0 ? "x" : `*a${at - 1}`;
    return `a${at}: &a${at} [${Array(9).fill(item).join(", ")}]`;
  });
  expect(() => loadYaml(levels.join("\n"), "swarm.yml", schema)).toThrow(/unfold/);
});

test("a message has file, line and column as compilers print them", () => {
  expect(() => loadYaml("x: 1\n", "swarm.yml", schema)).toThrow(/^swarm\.yml:1:1: unknown key "x"/);
});
