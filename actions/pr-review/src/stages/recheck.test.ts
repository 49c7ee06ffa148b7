import type { HeadFacts } from "@swarm-actions/github";
import { expect, test } from "vitest";
import {
  commentOf,
  conversationOf,
  member,
  threadOf,
} from "../../../../test/support/publication.ts";
import { hasRunBeside, reasonSuperseded, withNewest } from "./recheck.ts";

function head(overrides: Partial<HeadFacts> = {}): HeadFacts {
  const { headSha } = conversationOf().pullRequest;
  return {
    headSha,
    state: "open",
    isDraft: false,
    newestComments: [],
    newestThreads: [],
    checks: [],
    pendingReview: null,
    ...overrides,
  };
}

test("a review of the head may be written, one of an older commit may not", () => {
  expect(reasonSuperseded(conversationOf(), head())).toBeNull();
  expect(reasonSuperseded(conversationOf(), head({ headSha: "b".repeat(40) }))).toMatch(
    /another commit/,
  );
  expect(reasonSuperseded(conversationOf(), head({ state: "merged" }))).toMatch(/was merged/);
});

test("what another run said meanwhile is taken note of", () => {
  const said = commentOf({ id: 1, body: "one" });
  const before = conversationOf({ comments: [said] });
  expect(withNewest(before, head({ newestComments: [said] }))).toBe(before);
  const changed = commentOf({ id: 1, body: "changed" });
  const added = commentOf({ id: 2, body: "two" });
  const after = withNewest(before, head({ newestComments: [changed, added] }));
  expect(after.comments).toEqual([changed, added]);
});

test("what another run did meanwhile is not done again: its threads and its check are known", () => {
  const thread = threadOf();
  const check = {
    id: 5,
    name: "pr-review",
    externalId: "a",
    status: "completed",
    conclusion: null,
  };
  const before = conversationOf({ threads: [thread], checks: [check] });
  expect(withNewest(before, head({ newestThreads: [thread], checks: [check] }))).toBe(before);
  const resolved = { ...thread, isResolved: true };
  const made = threadOf({ nodeId: "T_2" });
  const updated = { ...check, externalId: "b" };
  const after = withNewest(before, head({ newestThreads: [resolved, made], checks: [updated] }));
  expect(after).toMatchObject({ threads: [resolved, made], checks: [updated] });
});

test("another run shows by its threads and by words of our own, not by those of people", () => {
  const before = conversationOf();
  const after = (overrides: Partial<HeadFacts>) => withNewest(before, head(overrides));
  expect(hasRunBeside(before, after({ newestThreads: [threadOf()] }))).toBe(true);
  expect(hasRunBeside(before, after({ newestComments: [commentOf()] }))).toBe(true);
  expect(hasRunBeside(before, after({ newestComments: [commentOf({ author: member })] }))).toBe(
    false,
  );
});
