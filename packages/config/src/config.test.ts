import { readFileSync } from "node:fs";
import { loadYaml, Redactor } from "@swarm-actions/core";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { assembleAgents } from "./assemble-agents.ts";
import { defaultConfig, starterConfig } from "./index.ts";
import { configJsonSchema, parseConfig } from "./parse-config.ts";

const published = new URL("../../../docs/swarm.schema.json", import.meta.url);
const setup = { root: "/nowhere", environment: {}, redactor: new Redactor() };

async function names(text: string, only: readonly string[] = []): Promise<string[]> {
  const { agents } = await assembleAgents(parseConfig(text, "swarm.yml"), setup, only);
  return agents.map(({ agent }) => agent.name);
}

/** The starter's examples, which are comments, brought to life. */
const starterWithExamples = starterConfig
  .replaceAll(/^# {2}/gm, "  ")
  .replaceAll(/^# {4}/gm, "    ")
  .replace(/^agents: \{\}$/m, "agents:")
  .replace(/^built-in: \{\}$/m, "built-in:")
  .replace(/^ {2}rules: \{\}$/m, "  rules:")
  .replaceAll(/^ {2}#( {2}\S)/gm, "  $1");

describe("without a file", () => {
  test("the defaults are in force", () => {
    expect(parseConfig("", "swarm.yml")).toEqual(defaultConfig);
    expect(defaultConfig).toMatchObject({
      base: null,
      failOn: "high",
      timeoutMs: 120_000,
      review: { consensus: { rule: "majority" }, maxInlineComments: 30, ignore: [], rules: {} },
    });
  });

  test("all built-in reviewers sit on the panel and nobody else", async () => {
    expect(await names("")).toEqual([
      "dependencies",
      "hidden-text",
      "leftovers",
      "migrations",
      "secrets",
      "size",
      "tests",
      "workflows",
    ]);
  });
});

describe("settings", () => {
  test.each([
    ["majority", { rule: "majority" }],
    ["unanimous", { rule: "unanimous" }],
    ["{ quorum: 2 }", { rule: "quorum", quorum: 2 }],
    ["{ weighted: 0.6 }", { rule: "weighted", threshold: 0.6 }],
    ["{ byzantine: 1 }", { rule: "byzantine", faulty: 1 }],
    ["dawid-skene", { rule: "dawid-skene" }],
  ])("consensus %s", (written, rule) => {
    const { review } = parseConfig(`review:\n  consensus: ${written}\n`, "swarm.yml");
    expect(review.consensus).toEqual(rule);
  });

  test("what is written on a pull request, and how much of GitHub's limits is used", () => {
    const text = [
      "review:",
      "  drafts: true",
      "publish:",
      "  max-comments: 0",
      "  annotations: false",
      '  allowed-hosts: ["*.example.com"]',
      "github:",
      "  budget-share: 0.25",
      "  max-wait: 60",
      "  cache: false",
    ].join("\n");
    expect(parseConfig(text, "swarm.yml")).toMatchObject({
      drafts: true,
      publish: { maxComments: 0, annotations: false, allowedHosts: ["*.example.com"] },
      github: { budgetShare: 0.25, maxWaitMs: 60_000, cache: false },
    });
  });

  test("a rule is switched off, changed, or narrowed", () => {
    const text = [
      "review:",
      "  rules:",
      "    leftovers/debug-print: off",
      "    size/*: info",
      '    eslint/no-eval: { severity: high, paths: ["src/**"] }',
    ].join("\n");
    expect(parseConfig(text, "swarm.yml").review.rules).toEqual({
      "leftovers/debug-print": { severity: "off" },
      "size/*": { severity: "info" },
      "eslint/no-eval": { severity: "high", paths: ["src/**"] },
    });
  });

  test("a built-in is switched off; a model sits once for each of its roles", async () => {
    const text = [
      "built-in:",
      "  size: off",
      "agents:",
      "  ai:",
      "    type: openai",
      "    model: gpt-5",
      "    roles: [tests, security]",
    ].join("\n");
    expect(await names(text)).not.toContain("size");
    expect(await names(text)).toEqual(expect.arrayContaining(["ai-tests", "ai-security"]));
    expect(await names(text, ["ai", "secrets"])).toEqual(["secrets", "ai-tests", "ai-security"]);
  });

  test("a stand-in waits until it is needed, role by role, or named", async () => {
    const text = [
      "agents:",
      "  ai:",
      "    type: openai",
      "    model: gpt-5",
      "    roles: [tests, security]",
      "    stand-in: spare",
      "  spare:",
      "    type: anthropic",
      "    model: claude",
      "    roles: [security]",
    ].join("\n");
    const { agents } = await assembleAgents(parseConfig(text, "swarm.yml"), setup);
    const models = agents.filter(({ agent }) => agent.name.startsWith("ai"));
    expect(models.map(({ agent, standIn }) => [agent.name, standIn?.agent.name])).toEqual([
      ["ai-tests", "spare-security"],
      ["ai-security", "spare-security"],
    ]);
    expect(agents.map(({ agent }) => agent.name)).not.toContain("spare-security");
    expect(await names(text, ["spare"])).toEqual(["spare-security"]);
  });

  test("other settings of agents make another digest", async () => {
    const digestOf = async (text: string): Promise<string> =>
      (await assembleAgents(parseConfig(text, "swarm.yml"), setup)).digest;
    expect(await digestOf("built-in:\n  size: off\n")).not.toBe(await digestOf(""));
    expect(await digestOf("# a comment\n")).toBe(await digestOf(""));
  });
});

function rulesAgent(name: string): string {
  return `agents:\n  ${name}:\n    type: command\n    run: "true"\n`;
}

describe("faults are named with their place", () => {
  test.each([
    [
      "review:\n  rules:\n    tests/focussed-test: off\n",
      /^swarm\.yml:3:\d+: .*tests\/focused-test/,
    ],
    ["review:\n  rules:\n    focused: off\n", /:3:\d+: .*"agent\/rule"/],
    ["agents:\n  secrets:\n    type: sarif\n    file: x\n", /:3:\d+: .*built-in/],
    ["agents:\n  x:\n    type: comand\n", /type must be rules, sarif/],
    [`${rulesAgent("x")}    stand-in: z\n`, /there is no agent "z"/],
    [`${rulesAgent("x")}    stand-in: x\n`, /nobody can stand in for itself/],
    ["built-in:\n  secret: off\n", /:2:3: .*did you mean "secrets"/],
    ["agents:\n  Bad Name:\n    type: sarif\n    file: x\n", /kebab-case/],
    ["review:\n  consensus: { quorum: 0 }\n", /consensus/],
    ["review:\n  fail-on: hihg\n", /:2:12: review\.fail-on/],
    ["publish:\n  allowed-hosts: [https://example.com/x]\n", /:2:19: .*must be a host/],
    ["publish:\n  max-comment: 3\n", /:2:3: .*did you mean "max-comments"/],
    ["github:\n  budget-share: 50\n", /:2:17: github\.budget-share/],
  ])("%j", (text, message) => {
    expect(() => parseConfig(text, "swarm.yml")).toThrow(message);
  });

  test("an agent that --agents names but nobody defines", async () => {
    await expect(names("", ["secrts"])).rejects.toThrow(/no agent "secrts"/);
  });
});

describe("the starter file", () => {
  test("is sound as it is written", () => {
    expect(() => parseConfig(starterConfig, "swarm.yml")).not.toThrow();
  });

  test("is sound with its examples brought to life", () => {
    const config = parseConfig(starterWithExamples, "swarm.yml");
    expect(Object.keys(config.agents)).toEqual(["eslint", "house", "claude"]);
    expect(config.builtIn.size).toBe("off");
    expect(Object.keys(config.review.rules)).toHaveLength(2);
  });
});

describe("the JSON Schema", () => {
  test("is the one that is published", () => {
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(configJsonSchema());
  });

  test("accepts the starter with its examples and refuses an unknown key", () => {
    const accepts = new Ajv2020({ strict: false, formats: { uri: true } }).compile(
      configJsonSchema() as object,
    );
    expect(accepts(loadYaml(starterWithExamples, "swarm.yml", z.unknown()))).toBe(true);
    expect(accepts({ reviews: {} })).toBe(false);
  });
});
