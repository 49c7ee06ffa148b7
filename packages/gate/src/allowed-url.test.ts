import { expect, test } from "vitest";
import { isAllowedUrl } from "./allowed-url.ts";

const hosts = ["github.com", "*.docs.test", "127.0.0.1:3000", "xn--bcher-kva.test"];

test.each([
  "https://github.com",
  "http://github.com/",
  "HTTPS://GitHub.com/o/r/actions/runs/1?check_suite_focus=true#step:1:2",
  "https://github.com/o/r/blob/main/src/issues/1.ts#L3",
  "https://a.docs.test/x",
  "https://a.b.docs.test",
  "http://127.0.0.1:3000/o/r/actions/runs/1",
  "https://xn--bcher-kva.test/",
])("%s is allowed", (url) => {
  expect(isAllowedUrl(url, hosts)).toBe(true);
});

test.each([
  ["another host", "https://evil.test/"],
  ["a host that ends alike", "https://notgithub.com/"],
  ["a host that begins alike", "https://github.com.evil.test/"],
  ["the domain of a wildcard itself", "https://docs.test/"],
  ["a user's name that looks like the host", "https://github.com@evil.test/"],
  ["a user's name before the host", "https://evil@github.com/"],
  ["another port", "https://github.com:8443/"],
  ["no port where one is asked for", "http://127.0.0.1/"],
  ["a dot at the end of the host", "https://github.com./"],
  ["letters that look alike", "https://gіthub.com/"],
  ["a backslash", "https://evil.test\\@github.com/"],
  ["one slash", "https:/github.com/"],
  ["three slashes", "https:///github.com/"],
  ["no scheme", "//github.com/x"],
  ["no host", "https://"],
  ["a path alone", "/o/r"],
  ["a fragment alone", "#readme"],
  ["another scheme", "javascript:alert(1)//github.com"],
  ["data", "data:text/html,https://github.com"],
  ["mail", "mailto:a@github.com"],
  ["a space", "https://github.com/a b"],
  ["an address within", "https://github.com/login?to=https://github.com/o"],
  ["an issue", "https://github.com/o/r/issues/1"],
  ["a pull request", "https://github.com/o/r/pull/1/files#r2"],
  ["a discussion", "https://github.com/o/r/discussions/3"],
  ["a commit", "https://github.com/o/r/commit/0123456"],
  ["an issue, encoded", "https://github.com/o/r/%69ssues/1"],
  ["an issue, by a way round", "https://github.com/o/r/x/../issues/1"],
  ["an issue, with slashes to spare", "https://github.com//o//r//issues//1"],
])("%s is not allowed: %s", (_what, url) => {
  expect(isAllowedUrl(url, hosts)).toBe(false);
});

test("without hosts nothing is allowed", () => {
  expect(isAllowedUrl("https://github.com/", [])).toBe(false);
});
