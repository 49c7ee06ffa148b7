import { expect, test } from "vitest";
import { createRepository } from "../../support/repository.ts";
import { placesOf, reviewJson } from "../../support/review-scenario.ts";

test("a detached head is reviewed from where it left the base", async () => {
  using repository = createRepository();
  const base = repository.commit("Begin", { "a.js": "export const a = 1;\n" });
  const head = repository.commit("Work", { "a.js": "export const a = 1;\ndebugger;\n" });
  repository.git("checkout", "-q", "--detach");
  repository.git("branch", "-f", "main", base);
  repository.write({ "b.js": "debugger;\n" });

  const files = await reviewJson(repository.top);
  expect(files.report.change).toMatchObject({ baseSha: base, headSha: null });
  expect(placesOf(files)).toEqual(["leftovers/debugger a.js:2", "leftovers/debugger b.js:1"]);

  const commit = await reviewJson(repository.top, ["--head", "HEAD"]);
  expect(commit.report.change).toMatchObject({ baseSha: base, headSha: head });
  expect(placesOf(commit)).toEqual(["leftovers/debugger a.js:2"]);
});
