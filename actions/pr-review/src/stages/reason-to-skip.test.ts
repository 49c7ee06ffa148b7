import { defaultConfig } from "@swarm-actions/config";
import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { pullRequestOf } from "../../../../test/support/publication.ts";
import { nothingToReview, reasonToSkip } from "./reason-to-skip.ts";

const ignoring = (...ignore: string[]) => ({ review: { ...defaultConfig.review, ignore } });

test("an open pull request is reviewed, a closed one and a draft are not", () => {
  expect(reasonToSkip(pullRequestOf(), defaultConfig)).toBeNull();
  expect(reasonToSkip(pullRequestOf({ state: "merged" }), defaultConfig)).toMatch(/is merged/);
  expect(reasonToSkip(pullRequestOf({ isDraft: true }), defaultConfig)).toMatch(/is a draft/);
});

test("a draft is reviewed where the settings say so", () => {
  expect(reasonToSkip(pullRequestOf({ isDraft: true }), { drafts: true })).toBeNull();
});

test("a change is looked at unless every path of it is ignored", () => {
  const change = changeOf({}, { "a.md": "a\n", ".docs/b.md": "b\n" });
  expect(nothingToReview(change, ignoring())).toBeNull();
  expect(nothingToReview(change, ignoring("a.md"))).toBeNull();
  expect(nothingToReview(change, ignoring("**/*.md"))).toMatch(/Every changed path is ignored/);
  expect(nothingToReview(changeOf({}, {}), ignoring())).toMatch(/no file/);
});
