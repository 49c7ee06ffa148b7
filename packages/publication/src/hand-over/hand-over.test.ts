import { CodedError } from "@swarm-actions/core";
import type { PanelMember, Remark } from "@swarm-actions/review";
import { defaultReviewSettings, reviewChange } from "@swarm-actions/review";
import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { memberOf, panelOf } from "../../../../test/support/panel.ts";
import { recordPanel, replayPanel } from "./hand-over.ts";
import { readHandOver } from "./read-hand-over.ts";
import { writeHandOver } from "./write-hand-over.ts";

const origin = { number: 7, numbers: [6, 7], headSha: "0123456789".repeat(4) };
const change = changeOf({ "a.ts": "one\n" }, { "a.ts": "one\ntwo\n" });
const remark: Remark = {
  place: { kind: "lines", path: "a.ts", side: "new", startLine: 2, endLine: 2 },
  severity: "high",
  category: "correctness",
  rule: "model/fault",
  message: "Wrong.",
  confidence: 0.9,
};
const member: PanelMember = memberOf({ name: "model", coveredPaths: ["a.ts"], remarks: [remark] });

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof CodedError) return thrown.code;
    throw thrown;
  }
  return "none";
};

test("the run that writes comes to the same result from the answers and its own diff", async () => {
  const request = {
    change,
    settings: defaultReviewSettings,
    panelDigest: "p".repeat(64),
    previous: null,
  };
  const recorded = recordPanel({ review: async () => [member] });
  const there = await reviewChange({ ...request, panel: recorded.panel });
  const text = writeHandOver(origin, recorded.members());
  const here = await reviewChange({ ...request, panel: replayPanel(readHandOver(text, origin)) });
  expect(here).toEqual(there);
  expect(here.findings).toHaveLength(1);
});

test("what the run that asked had carried over is missed where nobody knows of it", async () => {
  const request = { change, settings: defaultReviewSettings, panelDigest: "p".repeat(64) };
  const first = await reviewChange({
    ...request,
    panel: panelOf({ name: "model" }),
    previous: null,
  });
  const recorded = recordPanel(panelOf({ name: "model" }));
  const there = await reviewChange({ ...request, panel: recorded.panel, previous: first.state });
  expect(there.outcome).toBe("clean");
  const panel = replayPanel(readHandOver(writeHandOver(origin, recorded.members()), origin));
  const here = await reviewChange({ ...request, panel, previous: null });
  expect(here.outcome).toBe("not-run");
  expect(here.coverage.missed).toBe(1);
});

test("remarks on lines that are not in the diff read here find no line to stand on", async () => {
  const lying = {
    ...member,
    remarks: [
      { ...remark, place: { ...remark.place, startLine: 90, endLine: 90 } as Remark["place"] },
    ],
  };
  const panel = replayPanel(readHandOver(writeHandOver(origin, [lying]), origin));
  const result = await reviewChange({
    change,
    panel,
    settings: defaultReviewSettings,
    panelDigest: "p".repeat(64),
    previous: null,
  });
  expect(result.commentPlan.inline).toEqual([]);
});

test("agents that hand over anything at all are taken at their word by nobody", () => {
  const odd = { ...member, remarks: [{ severity: "awful", __proto__: null } as unknown as Remark] };
  expect(readHandOver(writeHandOver(origin, [odd]), origin).members).toHaveLength(1);
});

const edited = (edit: (raw: Record<string, unknown>) => unknown): string =>
  JSON.stringify(edit(JSON.parse(writeHandOver(origin, [member]))));

test.each([
  ["no JSON", "{"],
  ["another version", edited((raw) => ({ ...raw, version: 2 }))],
  ["a key that is not known", edited((raw) => ({ ...raw, title: "x" }))],
  ["a commit that is none", edited((raw) => ({ ...raw, headSha: "main" }))],
  ["an agent without a name", edited((raw) => ({ ...raw, members: [{}] }))],
  ["an agent that answers twice", edited((raw) => ({ ...raw, members: [member, member] }))],
  ["a weight beyond measure", edited((raw) => ({ ...raw, members: [{ ...member, weight: 1e9 }] }))],
  [
    "a remark that is a word",
    edited((raw) => ({ ...raw, members: [{ ...member, remarks: ["x"] }] })),
  ],
  [
    "too many remarks",
    edited((raw) => ({ ...raw, members: [{ ...member, remarks: Array(5001).fill({}) }] })),
  ],
  [
    "a path without end",
    edited((raw) => ({ ...raw, members: [{ ...member, coveredPaths: ["x".repeat(5000)] }] })),
  ],
  ["a text without end", `"${"x".repeat(8_000_001)}"`],
])("%s is refused", (_what, text) => {
  expect(codeOf(() => readHandOver(text, origin))).toBe("publication/malformed-hand-over");
});

test("what is refused is not quoted", () => {
  const text = edited((raw) => ({ ...raw, members: [{ "@somebody": 1 }] }));
  expect(() => readHandOver(text, origin)).toThrow(/^(?!.*@somebody)/);
});

test("a hand-over cannot say that it is for another commit than its run", () => {
  const text = writeHandOver(origin, [member]);
  expect(codeOf(() => readHandOver(text, { ...origin, headSha: "f".repeat(40) }))).toBe(
    "publication/hand-over-of-another-commit",
  );
});

test("more than can be handed over is said to be too much", () => {
  const remarks = Array.from({ length: 3000 }, () => ({ ...remark, message: "x".repeat(3000) }));
  expect(codeOf(() => writeHandOver(origin, [{ ...member, remarks }]))).toBe(
    "publication/hand-over-too-large",
  );
});

test("more remarks than are taken are refused where they come from", () => {
  const remarks = Array.from({ length: 5001 }, () => remark);
  expect(codeOf(() => writeHandOver(origin, [{ ...member, remarks }]))).toBe(
    "publication/hand-over-too-large",
  );
});
