import { CodedError } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { changeOf } from "../../../../test/support/change.ts";
import { pullRequestOf } from "../../../../test/support/publication.ts";
import type { ChangeSource } from "../ports/change-source.ts";
import type { Host } from "../ports/host.ts";
import { readChange, type StandIn } from "./read-change.ts";

const change = changeOf({ "a.ts": "one\n" }, { "a.ts": "two\n" });
const diff = "--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-one\n+two\n";
const shallow = new CodedError("git/no-merge-base", "this clone is shallow", { fix: "Fetch." });

function setting({
  checkout = () => Promise.resolve(change),
  holds = true,
  answer = { kind: "text", text: diff } as Awaited<ReturnType<Host["readDiff"]>>,
} = {}) {
  const asked: string[] = [];
  const source: ChangeSource = {
    readCheckout: checkout,
    holdsFiles: async () => holds,
    fetch: async (base, head) => {
      asked.push(`fetch ${base} ${head.slice(0, 2)}`);
      return change;
    },
  };
  const host: Pick<Host, "readDiff" | "readMergeBase"> = {
    readDiff: async () => {
      asked.push("diff");
      return answer;
    },
    readMergeBase: async () => "parted",
  };
  const read = (standIn?: StandIn) => readChange(pullRequestOf(), host, source, standIn);
  return { asked, read };
}

const failing = (error: unknown) => () => Promise.reject(error);

test("a checkout that holds both sides is all that is needed, and GitHub is not asked", async () => {
  const { asked, read } = setting();
  expect(await read()).toMatchObject({ from: "checkout", hasFiles: true, notes: [] });
  expect(asked).toEqual([]);
});

test("the pull request gives the change its title, not the commits", async () => {
  const { change: read } = await setting().read();
  expect(read).toMatchObject({ title: "Add a thing", description: "" });
});

test("programs are not run on the files of another commit", async () => {
  const read = await setting({ holds: false }).read();
  expect(read).toMatchObject({ from: "checkout", hasFiles: false });
  expect(read.notes).toEqual([expect.stringMatching(/not of the head/)]);
});

test("without a usable checkout the diff comes from GitHub, and it is said why", async () => {
  const { asked, read } = setting({ checkout: failing(shallow) });
  const { from, notes, change: known } = await read();
  expect(from).toBe("diff");
  expect(asked).toEqual(["diff"]);
  expect(notes[0]).toBe("There is no usable checkout: this clone is shallow.");
  expect(known).toMatchObject({ headSha: pullRequestOf().headSha, repositoryPaths: [] });
});

test("what GitHub does not give is fetched with git", async () => {
  const answer = { kind: "too-large", reason: "GitHub gave 300 of 3000 files" } as const;
  const { asked, read } = setting({ checkout: failing(shallow), answer });
  const { from, notes } = await read();
  expect(from).toBe("fetch");
  expect(asked).toEqual(["diff", "fetch parted 01"]);
  expect(notes[1]).toContain("300 of 3000");
});

test("where the diff alone would not do, the change is fetched at once", async () => {
  const { asked, read } = setting({ checkout: failing(shallow) });
  expect(await read("git")).toMatchObject({ from: "fetch", hasFiles: false });
  expect(asked).toEqual(["fetch parted 01"]);
});

test("a fault that is not git's is no reason to look elsewhere", async () => {
  const { asked, read } = setting({ checkout: failing(new TypeError("ours")) });
  await expect(read()).rejects.toThrow("ours");
  expect(asked).toEqual([]);
});
