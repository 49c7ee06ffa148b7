import { describe, expect, test } from "vitest";
import { type AuditRecord, appendEntry, auditStart } from "./entry.ts";
import { verifyAudit } from "./verify.ts";

function record(overrides: Partial<AuditRecord> = {}): AuditRecord {
  return {
    time: "2026-11-20T10:00:00.000Z",
    action: "create review",
    target: "acme/web#7",
    operation: "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
    body: "ab".repeat(32),
    status: "intent",
    httpStatus: null,
    ...overrides,
  };
}

/** A log of some entries and its end. */
function log(...records: readonly AuditRecord[]): string[] {
  let position = auditStart;
  const end = { time: "2026-11-20T10:00:09.000Z", status: "end" } as const;
  return [...records, end].map((one) => {
    const next = appendEntry(position, one);
    position = next.position;
    return next.line;
  });
}

const whole = log(record(), record({ status: "written", httpStatus: 200 }), record());

describe("a log of an audit", () => {
  test("is sound as it was written", () => {
    expect(verifyAudit(whole)).toMatchObject({ status: "sound", entries: 4 });
  });

  test("goes on after the end of an earlier run", () => {
    const first = verifyAudit(whole);
    if (first.status !== "sound") throw new Error("unreachable");
    const next = appendEntry(first.position, record());
    const end = appendEntry(next.position, { time: "2026-11-20T11:00:00.000Z", status: "end" });
    expect(verifyAudit([...whole, next.line, end.line])).toMatchObject({ entries: 6 });
  });

  const [one = "", two = "", three = "", end = ""] = whole;
  test.each([
    ["a changed line", [one, two.replace("written", "refused"), three, end], 2, "changed"],
    ["a removed line", [one, three, end], 2, "removed"],
    ["several removed lines", [one, end], 2, "removed"],
    ["the first line removed", [two, three, end], 1, "removed"],
    ["two lines exchanged", [one, three, two, end], 2, "reordered"],
    ["a line twice", [one, one, two, three, end], 2, "reordered"],
    ["no end", [one, two, three], 4, "cut-off"],
    ["half a line at the end", [one, two, three, end.slice(0, 40)], 4, "cut-off"],
    ["half a line in between", [one, two.slice(0, 40), three, end], 2, "changed"],
    ["no lines", [], 1, "empty"],
    ["an array for a line", [one, "[]", three, end], 2, "changed"],
    ["another version", [one.replace('"version":1', '"version":2'), two, three, end], 1, "changed"],
  ])("shows %s", (_what, lines, line, reason) => {
    expect(verifyAudit(lines)).toMatchObject({ status: "broken", line, reason });
  });

  test("shows a line that was replaced by another sound one", () => {
    const [other = ""] = log(record({ target: "acme/web#8" }));
    expect(verifyAudit([other, two, three, end])).toMatchObject({ line: 2, reason: "changed" });
  });

  test("shows an end that counts wrongly", () => {
    const [line = ""] = log();
    const forged = JSON.parse(line) as Record<string, unknown>;
    expect(verifyAudit([JSON.stringify({ ...forged, count: 3 })])).toMatchObject({ line: 1 });
  });

  test("is canonical JSON, so that equal entries are equal bytes", () => {
    const { time, ...rest } = record();
    expect(log({ ...rest, time })).toEqual(log(record()));
  });
});
