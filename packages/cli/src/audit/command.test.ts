import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendEntry, auditStart } from "@swarm-actions/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createProgram } from "../program.ts";

let folder: string;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "audit-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation(((text: string, done?: () => void) => {
    printed += text;
    done?.();
    return true;
  }) as typeof process.stdout.write);
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

function soundLog(): string {
  const first = appendEntry(auditStart, {
    time: "2026-11-20T10:00:00.000Z",
    action: "create review",
    target: "acme/web#7",
    operation: "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    body: null,
    status: "intent",
    httpStatus: null,
  });
  const end = appendEntry(first.position, { time: "2026-11-20T10:00:01.000Z", status: "end" });
  return `${first.line}\n${end.line}\n`;
}

async function verify(text: string, ...more: string[]): Promise<void> {
  await writeFile(join(folder, "audit.jsonl"), text);
  const args = ["-C", folder, "audit", "verify", "audit.jsonl", ...more];
  await createProgram().parseAsync(args, { from: "user" });
}

test("a sound log is said to be sound, with its last hash", async () => {
  await verify(soundLog());
  expect(printed).toMatch(/^audit\.jsonl is sound: 2 entries, the last [0-9a-f]{64}\n$/);
  expect(process.exitCode).toBe(0);
});

test("the first bad line is named with its reason", async () => {
  await verify(soundLog().replace("acme/web#7", "acme/web#8"));
  expect(printed).toBe("audit.jsonl:1: changed: this line was changed after it was written\n");
  expect(process.exitCode).toBe(1);
});

test("a log that stops in the middle of a line is cut off", async () => {
  await verify(soundLog().slice(0, -20), "--format", "json");
  expect(JSON.parse(printed)).toMatchObject({ file: "audit.jsonl", line: 2, reason: "cut-off" });
  expect(process.exitCode).toBe(1);
});

test("a file that is not there is an error of the command line", async () => {
  const args = ["-C", folder, "audit", "verify", "none.jsonl"];
  await expect(createProgram().parseAsync(args, { from: "user" })).rejects.toMatchObject({
    code: "cli/unreadable",
  });
});
