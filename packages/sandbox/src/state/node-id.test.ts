import { describe, expect, it } from "vitest";
import { nodeId, parseNodeId } from "./node-id.ts";

describe("a global id", () => {
  it("tells the kind by its prefix, as GitHub's do", () => {
    expect(nodeId("pull-request", 7)).toMatch(/^PR_/);
    expect(nodeId("review-thread", 7)).toMatch(/^PRRT_/);
  });

  it("is read back", () => {
    expect(parseNodeId(nodeId("bot", 41))).toEqual({ kind: "bot", id: 41, part: null });
    const ref = { kind: "ref", id: 3, part: "refs/heads/a:b/ü" } as const;
    expect(parseNodeId(nodeId(ref.kind, ref.id, ref.part))).toEqual(ref);
  });

  it.each(["", "PR_", "PR_!", "XX_MQ", "7", nodeId("label", 1).toLowerCase()])(
    "is not read out of %j",
    (text) => {
      expect(parseNodeId(text)).toBeNull();
    },
  );
});
