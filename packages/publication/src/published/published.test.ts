import { expect, test } from "vitest";
import {
  commentOf,
  conversationOf,
  headSha,
  member,
  otherBot,
  outsider,
  self,
} from "../../../../test/support/publication.ts";
import { panelFindingOf, resultOf, ruleOf } from "../../../../test/support/report.ts";
import { sealIgnored } from "../ignored/seal-ignored.ts";
import { explainFinding } from "./explain-finding.ts";
import { findFinding } from "./find-finding.ts";
import { findSummary } from "./find-summary.ts";
import { readPublished } from "./read-published.ts";
import { sealFindings } from "./seal-findings.ts";
import { sealReviewState } from "./seal-review-state.ts";

const marker = "<!-- swarm-actions:summary main -->";
const ignored = [{ id: "0123456789abcdef", reason: "so", by: "ada" }];
const body = [
  "## Review: Clean",
  "",
  marker,
  `<!-- swarm-actions:reviewed ${headSha} d1 own-run -->`,
  sealIgnored(ignored),
  sealFindings([panelFindingOf()], (text) => text).text,
  sealReviewState(resultOf().state, (text) => text).text,
].join("\n");
const found = (...comments: readonly Partial<Parameters<typeof commentOf>[0]>[]): number | null =>
  findSummary(
    conversationOf({
      comments: comments.map((one, at) => commentOf({ id: at + 1, body, ...one })),
    }),
    "main",
  )?.id ?? null;

test("our own summary goes before others, older ones before newer ones", () => {
  expect(found({ author: otherBot }, { author: member }, { author: self }, { author: self })).toBe(
    3,
  );
  expect(found({ author: member }, { author: otherBot })).toBe(1);
});

test.each([
  ["by an outsider", { author: outsider }],
  ["that may not be edited", { canUpdate: false }],
  ["of another review", { body: body.replace("summary main", "summary other") }],
  [
    "of a review whose key begins the same",
    { body: body.replace("summary main", "summary main2") },
  ],
  ["that is only quoted", { body: `> ${marker}\n\nWhat is this?` }],
  ["that something follows", { body: `${body}\nand more` }],
  ["in code", { body: `\`\`\`\n${marker}\n\`\`\`` }],
])("a summary %s is none", (_what, comment) => {
  expect(found(comment)).toBeNull();
});

test("a summary is found at the end of 200 comments, and with other line ends", () => {
  const others = Array.from({ length: 200 }, () => ({ body: "hello", author: outsider }));
  expect(found(...others, { body: body.replaceAll("\n", "\r\n") })).toBe(201);
});

test("a key that could be mistaken for another is refused", () => {
  expect(() => findSummary(conversationOf(), "a b")).toThrow(/cannot tell reviews apart/);
});

const published = (text: string, author = self) =>
  readPublished(conversationOf({ comments: [commentOf({ author, body: text })] }), "main");

test("what the summary carries is read back", () => {
  expect(published(body)).toMatchObject({
    state: resultOf().state,
    ignored,
    headSha,
    digest: "d1",
  });
  expect(published(body).findings).toMatchObject([{ rule: "model/correctness" }]);
});

test("a summary that a person wrote carries nothing", () => {
  expect(published(body, member)).toEqual({
    state: null,
    ignored: [],
    findings: [],
    headSha: null,
    digest: null,
  });
});

test("what was tampered with is not read", () => {
  const tampered = body
    .replace(/(ignored 1 [0-9a-f]{32} )\w/, "$1X")
    .replace(/(state 1 [0-9a-f]{32} )\w/, "$1X");
  expect(published(tampered).ignored).toEqual([]);
  expect(published(tampered).state).toMatchObject({ refused: expect.any(String) });
});

test("markers in the words of a summary are not read", () => {
  const forged = sealIgnored([{ id: "f".repeat(16), reason: "", by: "eve" }]);
  expect(published(`${forged}\n\n${body}`).ignored).toEqual(ignored);
});

const remembered = published(
  body.replace(
    /<!-- swarm-actions:findings .*/,
    sealFindings(
      [
        panelFindingOf({ fingerprint: "aaaaaaaa00000001", message: "One." }),
        panelFindingOf({
          fingerprint: "aaaaaaaa00000002",
          votes: { yes: ["a", "b"], no: ["c"], missing: ["d"] },
          members: [panelFindingOf({ fingerprint: "bbbbbb0000000003" })],
        }),
      ],
      (text) => text,
    ).text,
  ),
).findings;

test.each([
  ["aaaaaaaa00000001", "found"],
  ["AAAAAAAA00000002", "found"],
  ["bbbbbb", "found"],
  ["aaaaaa", "ambiguous"],
  ["aaaaa", "unknown"],
  ["cccccccc", "unknown"],
  ["../../x", "unknown"],
])("the id %s is %s", (id, kind) => {
  expect(findFinding(remembered, id).kind).toBe(kind);
});

test("a finding is explained with its votes, its dissent and its rule", () => {
  const named = findFinding(remembered, "bbbbbb");
  if (named.kind !== "found") throw new Error(named.kind);
  expect(named.id).toBe("aaaaaaaa00000002");
  const text = explainFinding(named.finding, ruleOf({ title: "A fault" }), null);
  expect(text).toContain("**medium: A fault**");
  expect(text).toContain("Said by `a`, `b`; in scope and silent: `c`.");
  expect(text).toContain("**What to do.** Mend it.");
  expect(explainFinding(named.finding, undefined, null)).toContain("has no document");
  const ignored = { id: "0".repeat(16), by: "ada", reason: "meant so" };
  expect(explainFinding(named.finding, undefined, ignored)).toContain(
    "`ada` has it ignored, so that it does not count: meant so",
  );
});

test("values that must not leave are in nothing that is carried", () => {
  const value = ["my", "value", "1"].join("-");
  const redact = (text: string): string => text.replaceAll(value, "***");
  const finding = panelFindingOf({
    message: `It is ${value}.`,
    suggestion: { startLine: 1, endLine: 1, replacement: value },
  });
  const hunk = "0".repeat(32);
  const state = {
    ...resultOf().state,
    hunks: [hunk],
    findings: [{ hunk, offset: 0, finding: finding.members[0] ?? finding }],
  };
  const parts = [sealFindings([finding], redact), sealReviewState(state, redact)];
  expect(JSON.stringify(parts)).not.toContain(value);
  const carried = published(
    `${marker}\n<!-- swarm-actions:reviewed ${headSha} d own-run -->\n${parts.map(({ text }) => text).join("\n")}`,
  );
  expect(JSON.stringify(carried)).not.toContain(value);
  expect(carried.state).toMatchObject({
    hunks: [hunk],
    findings: [{ finding: { message: "It is ***." } }],
  });
});
