import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redactor } from "@swarm-actions/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { createSarifAgent } from "./agent.ts";
import { sarifOptions } from "./options.ts";

const signal = new AbortController().signal;
const task = taskOf({}, { "a.ts": "one\ntwo\n" });
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "swarm-sarif-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function logOf(name: string, ...messages: readonly string[]): string {
  const physicalLocation = { artifactLocation: { uri: "a.ts" }, region: { startLine: 1 } };
  const results = messages.map((text) => ({
    ruleId: "r",
    message: { text },
    locations: [{ physicalLocation }],
  }));
  return JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name } }, results }] });
}

function agentOf(options: object) {
  const setup = { root, environment: {}, redactor: new Redactor() };
  return createSarifAgent("lint", sarifOptions.parse(options), setup);
}

describe("the sarif agent", () => {
  it("carries the judgement of the tool that wrote the files", async () => {
    writeFileSync(join(root, "1.sarif"), logOf("Acme Lint®", "first"));
    writeFileSync(join(root, "2.sarif"), logOf("Acme Lint®", "second"));
    const agent = agentOf({ file: ["1.sarif", "2.sarif"] });
    await agent.check?.(signal);
    expect(agent.provider).toBe("acme-lint");
    const { remarks } = await agent.review(task, signal);
    expect(remarks.map(({ message }) => message)).toEqual(["first", "second"]);
  });

  it("carries its own name when several tools wrote them, or the one it is given", async () => {
    writeFileSync(join(root, "1.sarif"), logOf("one"));
    writeFileSync(join(root, "2.sarif"), logOf("two"));
    const agent = agentOf({ file: ["1.sarif", "2.sarif"] });
    await agent.check?.(signal);
    expect(agent.provider).toBe("lint");
    expect(agentOf({ file: "1.sarif", provider: "us" }).provider).toBe("us");
  });

  it("leaves out what an earlier report holds, as often as it is there", async () => {
    writeFileSync(join(root, "now.sarif"), logOf("L", "old", "new"));
    writeFileSync(join(root, "before.sarif"), logOf("L", "old", "gone"));
    const agent = agentOf({ file: "now.sarif", baseline: "before.sarif" });
    const { remarks, corrections } = await agent.review(task, signal);
    expect(remarks.map(({ message }) => message)).toEqual(["new"]);
    expect(corrections).toEqual([{ kind: "dropped", reason: "in-the-baseline", count: 1 }]);
  });

  it("reads what a Windows shell wrote", async () => {
    const text = logOf("L", "m");
    writeFileSync(join(root, "8.sarif"), `\ufeff${text}`);
    writeFileSync(join(root, "16.sarif"), `\ufeff${text}`, "utf16le");
    for (const file of ["8.sarif", "16.sarif"]) {
      expect((await agentOf({ file }).review(task, signal)).remarks).toHaveLength(1);
    }
  });

  it("says nothing about files that are not its business", async () => {
    writeFileSync(join(root, "a.sarif"), logOf("L", "m"));
    const agent = agentOf({ file: "a.sarif", ignore: ["*.ts"] });
    const { remarks, corrections } = await agent.review(task, signal);
    expect(remarks).toEqual([]);
    expect(corrections).toEqual([{ kind: "dropped", reason: "outside-the-change", count: 1 }]);
  });

  it.each([
    ["missing.sarif", "agents/cannot-read"],
    [".", "agents/cannot-read"],
    ["broken.sarif", "agents/not-json"],
  ])("fails its health check when %s is no report", async (file, code) => {
    writeFileSync(join(root, "broken.sarif"), "{");
    const failure = expect.objectContaining({ code });
    await expect(agentOf({ file }).check?.(signal)).rejects.toEqual(failure);
  });

  it("asks for a full path where there is no checkout", async () => {
    const setup = { root: null, environment: {}, redactor: new Redactor() };
    const agent = createSarifAgent("lint", sarifOptions.parse({ file: "a.sarif" }), setup);
    await expect(agent.check?.(signal)).rejects.toThrow("No checkout to look for a.sarif in");
  });
});
