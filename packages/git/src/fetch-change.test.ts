import { CodedError } from "@swarm-actions/core";
import { expect, test } from "vitest";
import { createRepository, type TestRepository } from "../../../test/support/repository.ts";
import { fetchChange, openRepository, readChange } from "./index.ts";

/** A repository that serves like GitHub: any commit by its id, and without the files if so asked. */
function served(): TestRepository {
  const repository = createRepository();
  repository.git("config", "uploadpack.allowAnySHA1InWant", "true");
  repository.git("config", "uploadpack.allowFilter", "true");
  return repository;
}

test("a change is the same whether it is read from a checkout or fetched", async () => {
  using repository = served();
  const base = repository.commit("start", {
    "a.txt": "one\n",
    "old.txt": "same\ntext\n",
    "untouched/b.txt": "b\n",
    "gone.bin": Buffer.from([0, 1, 2]),
  });
  const head = repository.commit("Change a\n\nBecause.", {
    "a.txt": "two\n",
    "old.txt": null,
    "new.txt": "same\ntext\n",
    "gone.bin": null,
  });
  const url = `file://${repository.top}`;
  const fetched = await fetchChange({ url, authorization: null, base, head });
  const local = await readChange(await openRepository(repository.top), {
    kind: "range",
    base,
    head,
  });
  expect(fetched).toEqual(local);
  expect(fetched.files.map(({ diff }) => diff.path)).toEqual(["a.txt", "gone.bin", "new.txt"]);
});

test("two equal trees are an empty change", async () => {
  using repository = served();
  const base = repository.commit("start", { "a.txt": "one\n" });
  const head = repository.commit("nothing");
  const url = `file://${repository.top}`;
  expect((await fetchChange({ url, authorization: null, base, head })).files).toEqual([]);
});

test("a server that does not answer is named without the token", async () => {
  const authorization = ["basic ", "c2Vj", "cmV0c2VjcmV0"].join("");
  const sha = "a".repeat(40);
  const url = "http://127.0.0.1:9/octo/app.git";
  const failing = fetchChange({ url, authorization, base: sha, head: sha });
  const error = await failing.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CodedError);
  expect(error).toMatchObject({ code: "git/fetch-failed", place: url });
  expect(JSON.stringify([error, String(error)])).not.toContain(authorization.slice(6));
});
