import { expect, test } from "vitest";
import { type Endpoint, endpoint, type Method } from "./endpoint.ts";
import { noContent } from "./reply.ts";
import { createRouter } from "./router.ts";

const router = createRouter([
  at("GET", "/user"),
  at("GET", "/repos/{owner}/{repo}"),
  at("GET", "/repos/{owner}/{repo}/contents/{path}"),
  at("GET", "/repos/{owner}/{repo}/git/ref/{ref}"),
  at("GET", "/repos/{owner}/{repo}/compare/{basehead}"),
  at("GET", "/repos/{owner}/{repo}/commits/{ref}"),
  at("GET", "/repos/{owner}/{repo}/commits/{ref}/check-runs"),
  at("GET", "/repos/{owner}/{repo}/issues/{issue_number}"),
  at("GET", "/repos/{owner}/{repo}/issues/comments"),
  at("POST", "/repos/{owner}/{repo}/issues/{issue_number}/labels"),
  at("DELETE", "/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"),
]);

test.each([
  ["/user", "/user", {}],
  ["/user/", "/user", {}],
  ["/repos/acme/shop.js", "/repos/{owner}/{repo}", { owner: "acme", repo: "shop.js" }],
  [
    "/repos/a/b/contents/src/a%20b.ts",
    "/repos/{owner}/{repo}/contents/{path}",
    { path: "src/a b.ts" },
  ],
  ["/repos/a/b/contents/src%2Fa.ts", "/repos/{owner}/{repo}/contents/{path}", { path: "src/a.ts" }],
  ["/repos/a/b/contents", "/repos/{owner}/{repo}/contents/{path}", { path: "" }],
  ["/repos/a/b/contents/", "/repos/{owner}/{repo}/contents/{path}", { path: "" }],
  ["/repos/a/b/git/ref/heads/x/y", "/repos/{owner}/{repo}/git/ref/{ref}", { ref: "heads/x/y" }],
  [
    "/repos/a/b/compare/x/1...me:y/2",
    "/repos/{owner}/{repo}/compare/{basehead}",
    { basehead: "x/1...me:y/2" },
  ],
  ["/repos/a/b/commits/x/y", "/repos/{owner}/{repo}/commits/{ref}", { ref: "x/y" }],
  [
    "/repos/a/b/commits/x/y/check-runs",
    "/repos/{owner}/{repo}/commits/{ref}/check-runs",
    { ref: "x/y" },
  ],
  ["/repos/a/b/issues/comments", "/repos/{owner}/{repo}/issues/comments", {}],
  ["/repos/a/b/issues/7", "/repos/{owner}/{repo}/issues/{issue_number}", { issue_number: "7" }],
])("%s leads to %s", (path, template, params) => {
  const match = router("GET", path);
  expect(match?.endpoint.path).toBe(template);
  expect(match?.params).toMatchObject(params);
});

test("a name may hold an encoded slash", () => {
  const match = router("DELETE", "/repos/a/b/issues/1/labels/kind%2Fbug");
  expect(match?.params.name).toBe("kind/bug");
});

test.each([
  ["GET", "/nowhere"],
  ["POST", "/user"],
  ["GET", "/repos/a"],
  ["GET", "/repos/a/b/issues/1/labels"],
  ["GET", "/repos/a//"],
])("%s %s leads nowhere", (method, path) => {
  expect(router(method, path)).toBeNull();
});

test("HEAD is answered where GET is", () => {
  expect(router("HEAD", "/user")?.endpoint.method).toBe("GET");
});

test("what cannot be decoded is refused", () => {
  expect(() => router("GET", "/repos/a/%zz")).toThrow("Bad Request");
});

function at(method: Method, path: string): Endpoint {
  return endpoint({ method, path, handle: () => noContent() });
}
