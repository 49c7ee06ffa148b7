import { brotliCompressSync } from "node:zlib";
import { canonicalJson, digest } from "@swarm-actions/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../finding/model.ts";
import { decodeState } from "./decode-state.ts";
import { encodeState, fitState } from "./fit-state.ts";
import type { ReviewState } from "./model.ts";
import { seal } from "./seal-state.ts";

const finding: Finding = {
  place: { kind: "lines", path: "src/a.ts", side: "new", startLine: 3, endLine: 4 },
  severity: "high",
  category: "security",
  rule: "reader/word",
  message: "This is `wrong` --> make it right.",
  suggestion: { startLine: 3, endLine: 4, replacement: "const a = 1;" },
  confidence: 0.75,
  agent: "reader",
  provider: "reader",
  fingerprint: "0123456789abcdef",
};

function stateOf(hunks: number, overrides: Partial<Finding> = {}): ReviewState {
  const names = Array.from({ length: hunks }, (_, at) => digest(`hunk ${at}`, 32)).sort();
  const noted = names.filter((_, at) => at % 3 === 0);
  return {
    version: 1,
    panel: digest("panel"),
    hunks: names,
    findings: noted.map((hunk, at) => {
      const message = `${digest(`message ${at}`)} ${finding.message}`;
      return { hunk, offset: at - 2, finding: { ...finding, message, ...overrides } };
    }),
  };
}

test("a state comes back as it was, out of the text around it", () => {
  const state = stateOf(20);
  expect(decodeState(`# Review\n\nAll well.\n${encodeState(state)}\n`)).toEqual(state);
});

test("an encoded state is one hidden line that ends where it should", () => {
  const text = encodeState(stateOf(50));
  expect(text).toMatch(/^<!-- swarm-actions:state 1 [0-9a-f]{32} [A-Za-z0-9+/=]+ -->$/);
});

test("equal states give equal bytes", () => {
  expect(encodeState(stateOf(30))).toBe(encodeState(structuredClone(stateOf(30))));
});

test("any flip of a byte is refused", () => {
  const text = encodeState(stateOf(6));
  const flip = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 127 }));
  fc.assert(
    fc.property(flip, ([at, bits]) => {
      const flipped = String.fromCharCode(text.charCodeAt(at) ^ bits);
      const damaged = text.slice(0, at) + flipped + text.slice(at + 1);
      expect(decodeState(damaged)).toHaveProperty("refused");
    }),
    { numRuns: 2000 },
  );
});

test("any cut is refused", () => {
  const text = encodeState(stateOf(3));
  for (let length = 0; length < text.length; length++) {
    expect(decodeState(text.slice(0, length))).toHaveProperty("refused");
  }
});

test.each<[string, (state: ReviewState) => unknown]>([
  ["another version", (state) => ({ ...state, version: 2 })],
  ["no panel", (state) => ({ ...state, panel: undefined })],
  ["a hunk that is no fingerprint", (state) => ({ ...state, hunks: ["../../etc"] })],
  ["hunks that are no list", (state) => ({ ...state, hunks: { length: 1 } })],
  ["a finding on a hunk it does not name", (state) => ({ ...state, hunks: [] })],
  ["an offset that is no number", (state) => withEntry(state, { offset: "1" })],
  ["a finding that is null", (state) => withEntry(state, { finding: null })],
  ["an unknown severity", (state) => withFinding(state, { severity: "fatal" })],
  ["no message", (state) => withFinding(state, { message: "  " })],
  ["a message with hidden characters", (state) => withFinding(state, { message: "a\u202eb" })],
  ["an agent with a strange name", (state) => withFinding(state, { agent: "<b>" })],
  ["no provider", (state) => withFinding(state, { provider: 7 })],
  ["a fingerprint of another length", (state) => withFinding(state, { fingerprint: "ab" })],
  ["a place without lines", (state) => withFinding(state, { place: { kind: "change" } })],
  ["a suggestion without lines", (state) => withFinding(state, { suggestion: {} })],
  ["a list in place of everything", () => []],
])("a well sealed state with %s is refused", (_title, change) => {
  const sealed = seal(canonicalJson(change(stateOf(1))));
  expect(decodeState(sealed)).toEqual({ refused: "the state is malformed" });
});

test("what is sealed but no JSON is refused", () => {
  expect(decodeState(seal("{"))).toEqual({ refused: "the state is malformed" });
});

test("a state that unpacks to a flood is refused", () => {
  const packed = brotliCompressSync(Buffer.alloc(50_000_000)).toString("base64");
  const opening = "<!-- swarm-actions:state ";
  const checksum = digest(`${opening}1 ${packed}`, 32);
  expect(decodeState(`${opening}1 ${checksum} ${packed} -->`)).toHaveProperty(
    "refused",
    expect.stringContaining("cannot be unpacked"),
  );
});

test("two states in one text are refused, for nobody can say which is ours", () => {
  const text = encodeState(stateOf(1));
  expect(decodeState(`${text}\n${text}`)).toEqual({ refused: "there is more than one state" });
});

test("a state of a version to come is refused", () => {
  const text = encodeState(stateOf(1)).replace("state 1 ", "state 2 ");
  expect(decodeState(text)).toEqual({
    refused: "the state has a version this program does not know",
  });
});

test("a state that fits is kept whole", () => {
  const state = stateOf(40);
  expect(fitState(state)).toEqual({ state, droppedHunks: 0, droppedFindings: 0 });
});

test("a state too large loses whole hunks, the costliest first, and says how many", () => {
  const state = stateOf(3000);
  const fitted = fitState(state);
  const text = encodeState(state);
  expect(text.length).toBeLessThanOrEqual(20_000);
  expect(text.length).toBeGreaterThan(19_000);
  expect(decodeState(text)).toEqual(fitted.state);
  expect(fitted.state.hunks.length + fitted.droppedHunks).toBe(3000);
  expect(fitted.state.findings.length + fitted.droppedFindings).toBe(1000);
  expect(fitted.state.findings).toEqual([]);
});

test("no hunk stays without the findings it had", () => {
  const limits = fc.integer({ min: 600, max: 6000 });
  const state = stateOf(90);
  fc.assert(
    fc.property(limits, (limit) => {
      const fitted = fitState(state, limit).state;
      const kept = new Set(fitted.hunks);
      expect(encodeState(state, limit).length).toBeLessThanOrEqual(limit);
      expect(fitted.findings).toEqual(state.findings.filter(({ hunk }) => kept.has(hunk)));
    }),
    { numRuns: 20 },
  );
});

test("a limit that holds not even an empty state is an error", () => {
  expect(() => encodeState(stateOf(2), 50)).toThrow("no state fits into 50 characters");
});

function withEntry(state: ReviewState, overrides: object): unknown {
  return { ...state, findings: [{ ...state.findings[0], ...overrides }] };
}

function withFinding(state: ReviewState, overrides: object): unknown {
  return withEntry(state, { finding: { ...finding, ...overrides } });
}
