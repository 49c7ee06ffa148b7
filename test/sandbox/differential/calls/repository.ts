import { step } from "../steps.ts";

const text = (content: string): string => Buffer.from(content).toString("base64");

export const repositorySteps = [
  step("users/own", "GET /user"),
  step("users/own-of-nobody", "GET /user", { as: "nobody" }),
  step("users/get", "GET /users/bob"),
  step("users/missing", "GET /users/carol"),
  step("repository/get", "GET ~"),
  step("repository/missing", "GET /repos/ada/warehouse"),
  step("repository/permission", "GET ~/collaborators/ada/permission"),
  step("contents/create", "PUT ~/contents/src/a.js", {
    body: { message: "Add a", content: text("1\n") },
  }),
  step("contents/by-bob", "PUT ~/contents/src/b.js", {
    as: "bob",
    body: { message: "Add b", content: text("1\n") },
  }),
  step("contents/without-sha", "PUT ~/contents/src/a.js", {
    body: { message: "Change a", content: text("2\n") },
  }),
  step("contents/wrong-sha", "PUT ~/contents/src/a.js", {
    body: { message: "Change a", content: text("2\n"), sha: "0".repeat(40) },
  }),
  step("contents/get", "GET ~/contents/src/a.js"),
  step("contents/change", "PUT ~/contents/src/a.js", {
    body: { message: "Change a", content: text("2\n"), sha: "{contents/get:sha}" },
  }),
  step("contents/folder", "GET ~/contents/src"),
  step("contents/missing", "GET ~/contents/src/none.js"),
  step("contents/missing-ref", "GET ~/contents/src/a.js?ref=nowhere"),
  step("refs/main", "GET ~/git/ref/heads/main"),
  step("refs/create", "POST ~/git/refs", {
    body: { ref: "refs/heads/topic", sha: "{refs/main:object.sha}" },
  }),
  step("refs/again", "POST ~/git/refs", {
    body: { ref: "refs/heads/topic", sha: "{refs/main:object.sha}" },
  }),
  step("refs/to-nothing", "POST ~/git/refs", {
    body: { ref: "refs/heads/other", sha: "0".repeat(40) },
  }),
  step("refs/short-name", "POST ~/git/refs", {
    body: { ref: "topic-2", sha: "{refs/main:object.sha}" },
  }),
  step("refs/missing", "GET ~/git/ref/heads/none"),
  step("refs/matching", "GET ~/git/matching-refs/heads/top"),
  step("blobs/create", "POST ~/git/blobs", { body: { content: "3\n", encoding: "utf-8" } }),
  step("blobs/get", "GET ~/git/blobs/{blobs/create:sha}"),
  step("blobs/missing", `GET ~/git/blobs/${"0".repeat(40)}`),
  step("commits/main", "GET ~/git/commits/{refs/main:object.sha}"),
  step("trees/create", "POST ~/git/trees", {
    body: {
      base_tree: "{commits/main:tree.sha}",
      tree: [{ path: "src/c.js", mode: "100644", type: "blob", sha: "{blobs/create:sha}" }],
    },
  }),
  step("trees/get", "GET ~/git/trees/{trees/create:sha}"),
  step("trees/recursive", "GET ~/git/trees/{trees/create:sha}?recursive=1"),
  step("commits/make", "POST ~/git/commits", {
    body: {
      message: "Add c",
      tree: "{trees/create:sha}",
      parents: ["{refs/main:object.sha}"],
    },
  }),
  step("commits/object", "GET ~/git/commits/{commits/make:sha}"),
  step("refs/forward", "PATCH ~/git/refs/heads/topic", { body: { sha: "{commits/make:sha}" } }),
  step("refs/backward", "PATCH ~/git/refs/heads/topic", {
    body: { sha: "{refs/main:object.sha}" },
  }),
  step("refs/change-missing", "PATCH ~/git/refs/heads/none", {
    body: { sha: "{commits/make:sha}" },
  }),
  step("branches/list", "GET ~/branches"),
  step("branches/get", "GET ~/branches/topic"),
  step("branches/missing", "GET ~/branches/none"),
  step("commits/list", "GET ~/commits"),
  step("commits/get", "GET ~/commits/topic"),
  step("commits/missing", "GET ~/commits/none"),
  step("commits/compare", "GET ~/compare/main...topic"),
  step("commits/compare-missing", "GET ~/compare/main...none"),
];

export const lastSteps = [
  step("contents/delete", "DELETE ~/contents/src/a.js", {
    body: { message: "Remove a", sha: "{contents/change:content.sha}" },
  }),
  step("contents/deleted", "GET ~/contents/src/a.js"),
  step("refs/delete", "DELETE ~/git/refs/heads/topic"),
  step("refs/delete-again", "DELETE ~/git/refs/heads/topic"),
  step("rate-limit/get", "GET /rate_limit"),
];
