import { expect, it } from "vitest";
import { nodeId, readNodeId } from "./node-id.ts";

it("names a thing and its kind, there and back", () => {
  expect(readNodeId(nodeId("PullRequestReviewThread", 42))).toEqual({
    kind: "PullRequestReviewThread",
    key: "42",
  });
  const sha = "a".repeat(40);
  expect(readNodeId(nodeId("Commit", `7:${sha}`))).toEqual({ kind: "Commit", key: `7:${sha}` });
});

it.each(["", "PR", "PR_", "ZZZ_NDI", "PR_a b", "constructor_NDI"])("takes %j for no id", (id) => {
  expect(readNodeId(id)).toBeNull();
});
