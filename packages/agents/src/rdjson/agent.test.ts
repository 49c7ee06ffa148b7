import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redactor } from "@swarm-actions/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { taskOf } from "../../../../test/support/change.ts";
import { createRdjsonAgent } from "./agent.ts";
import { rdjsonOptions } from "./options.ts";

const signal = new AbortController().signal;
const task = taskOf({}, { "a.ts": "one\ntwo\n" });
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "swarm-rdjson-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function agentOf(options: object) {
  const setup = { root, environment: {}, redactor: new Redactor() };
  return createRdjsonAgent("lint", rdjsonOptions.parse(options), setup);
}

function diagnosticOf(message: string): string {
  const range = { start: { line: 1 } };
  return JSON.stringify({ message, location: { path: "a.ts", range }, severity: "ERROR" });
}

describe("the rdjson agent", () => {
  it("repeats what its files say, in either shape", async () => {
    writeFileSync(join(root, "object.json"), `{"diagnostics":[${diagnosticOf("first")}]}`);
    writeFileSync(
      join(root, "lines.jsonl"),
      `${diagnosticOf("second")}\n${diagnosticOf("third")}\n`,
    );
    const agent = agentOf({ file: ["object.json", "lines.jsonl"], severities: { error: "low" } });
    await agent.check?.(signal);
    const { remarks } = await agent.review(task, signal);
    expect(remarks.map(({ message, severity }) => [message, severity])).toEqual([
      ["first", "low"],
      ["second", "low"],
      ["third", "low"],
    ]);
  });

  it("speaks in the categories it is given", async () => {
    writeFileSync(join(root, "a.jsonl"), diagnosticOf("m"));
    const agent = agentOf({ file: "a.jsonl", categories: ["style"] });
    expect(agent.categories).toEqual(["style"]);
    expect((await agent.review(task, signal)).remarks).toMatchObject([{ category: "style" }]);
  });

  it("fails its health check when a file is missing or something else", async () => {
    writeFileSync(join(root, "log.txt"), "3 problems\n");
    const failure = (code: string) => expect.objectContaining({ code });
    await expect(agentOf({ file: "log.txt" }).check?.(signal)).rejects.toEqual(
      failure("agents/not-json"),
    );
    await expect(agentOf({ file: "none.json" }).check?.(signal)).rejects.toEqual(
      failure("agents/cannot-read"),
    );
  });
});
