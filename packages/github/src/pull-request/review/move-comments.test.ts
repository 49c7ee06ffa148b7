import { expect, test } from "vitest";
import { withMoved } from "./move-comments.ts";

const hidden = "<!-- swarm-actions:review 1 -->";
const line = { path: "a.ts", side: "RIGHT", line: 3, startLine: null, body: "Mend this." } as const;

test("a review that had to move nothing stays as it is", () => {
  expect(withMoved(`Text.\n\n${hidden}`, [])).toBe(`Text.\n\n${hidden}`);
});

test("moved comments stand above what is hidden, each with its place", () => {
  const file = { path: "b.ts", body: `Why?\n\n<!-- swarm-actions:finding 2 -->` };
  expect(withMoved(`Text.\n\n${hidden}`, [line, file])).toBe(
    `Text.\n\n---\n\n**\`a.ts\`, line 3**\n\nMend this.\n\n---\n\n**\`b.ts\`**\n\nWhy?\n\n${hidden}`,
  );
});

test("a path cannot end the code it is shown as", () => {
  expect(withMoved("", [{ ...line, path: "a`\n# b" }])).toContain("**`a' # b`, line 3**");
});

test("what does not fit is counted, and what is hidden is never lost", () => {
  const long = { ...line, body: "x".repeat(20_000) };
  const body = withMoved(`Text.\n\n${hidden}`, [long, long, long, long, long]);
  expect(body.length).toBeLessThanOrEqual(65_536);
  expect(body).toContain("2 more comments did not fit here.");
  expect(body.endsWith(hidden)).toBe(true);
});
