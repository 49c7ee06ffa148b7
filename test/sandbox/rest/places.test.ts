import { createPositionMap, parseDiff } from "@swarm-actions/review";
import fc from "fast-check";
import { expect, it } from "vitest";
import { filesBetween } from "../../../packages/sandbox/src/operations/git/changed-files.ts";
import { findLine, parseHunks } from "../../../packages/sandbox/src/operations/git/hunks.ts";
import type { Repository } from "../../../packages/sandbox/src/state/model.ts";
import { arbitraryChange } from "../../support/arbitrary-change.ts";
import { ScratchRepository } from "../../support/scratch-repository.ts";

const lines = Array.from({ length: 45 }, (_, index) => index);
const sides = [
  { ours: "old", theirs: "LEFT" },
  { ours: "new", theirs: "RIGHT" },
] as const;

/** The bare repository as the sandbox knows one; git is all that is asked of it. */
function asRepository(scratch: ScratchRepository): Repository {
  const gitDirectory = scratch.git(["rev-parse", "--absolute-git-dir"]).trim();
  return { gitDirectory } as Repository;
}

it("takes a comment wherever the review's own map of the diff would put one", async () => {
  using scratch = new ScratchRepository();
  const repository = asRepository(scratch);
  await fc.assert(
    fc.asyncProperty(arbitraryChange, async ({ before, after }) => {
      scratch.store(before, after);
      const [from = "", to = ""] = scratch.git(["rev-parse", "t0", "t1"]).trim().split("\n");
      const diff = parseDiff(scratch.git(["diff-tree", "-p", "-M", "--full-index", from, to]));
      const map = createPositionMap(diff);
      const files = await filesBetween(repository, from, to);
      // A commit of a submodule is shown as a line, which the review leaves alone.
      const modules = new Set(
        diff.files.filter(({ content }) => content === "submodule").map(({ path }) => path),
      );
      for (const { path, patch } of files) {
        const hunks = parseHunks(patch ?? "");
        for (const { ours, theirs } of sides) {
          for (const line of lines) {
            const range = { path, side: ours, startLine: line, endLine: line };
            const planned = map.locate(range).ok;
            const taken = findLine(hunks, theirs, line) !== null;
            if (planned) expect({ path, line, theirs, taken }).toMatchObject({ taken: true });
            if (taken && !modules.has(path))
              expect({ path, line, planned }).toMatchObject({ planned: true });
          }
        }
      }
    }),
    { numRuns: 60, seed: 1, interruptAfterTimeLimit: 15_000, markInterruptAsFailure: false },
  );
});
