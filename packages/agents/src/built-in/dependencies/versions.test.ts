import { describe, expect, it } from "vitest";
import { asksForOlder, compareVersions } from "./versions.ts";

describe("asking for an older version", () => {
  it.each([
    ["npm", "^2.1.0", "^1.9.0", true],
    ["npm", "2.10.0", "2.9.0", true],
    ["npm", "^2.1.0", "^2.0.0", false],
    ["npm", "^18.0.0", "^17.0.0 || ^18.0.0", false],
    ["npm", "^2.0.0", "*", false],
    ["npm", "^2.0.0", "latest", false],
    ["npm", "workspace:*", "^1.0.0", false],
    ["npm", "2.0.0", "2.0.0-rc.1", true],
    ["cargo", "1.9", "1.10", false],
    ["cargo", "1.10", "1.9", false],
    ["cargo", "0.10", "0.9", true],
    ["cargo", "=1.10.0", "=1.9.0", true],
    ["cargo", ">=1.2, <2", "0.9", true],
    ["go", "v1.3.0", "v1.2.9", true],
    ["go", "v0.0.0-20260101000000-aaaaaaaaaaaa", "v0.0.0-20250101000000-bbbbbbbbbbbb", true],
    ["go", "v2.0.0+incompatible", "v2.0.1+incompatible", false],
    ["python", "==2.10.0", "==2.9.1", true],
    ["python", "==2.0", "==2.0.0", false],
    ["python", "==2.0", "==2.0rc1", true],
    ["python", "^2.1", "^1.9", true],
    ["python", "^2.1", "^2.0", false],
    ["python", "~=2.1.0", "~=2.0.0", true],
    ["python", "~=2.1", "~=2.0", false],
    ["python", ">=2,<3", ">=1", false],
  ] as const)("%s: from %s to %s", (ecosystem, before, after, expected) => {
    expect(asksForOlder(ecosystem, before, after)).toBe(expected);
  });
});

describe("comparing versions", () => {
  it.each([
    ["npm", "1.10.0", "1.9.0", 1],
    ["python", "1.10", "1.9.9", 1],
    ["python", "1.0.post1", "1.0", 1],
    ["python", "1.0.dev3", "1.0a1", -1],
    ["python", "1.0rc2", "1.0rc10", -1],
    ["python", "2.0", "2.0.0", 0],
  ] as const)("%s: %s and %s", (ecosystem, a, b, sign) => {
    expect(Math.sign(compareVersions(ecosystem, a, b) ?? Number.NaN)).toBe(sign);
  });

  it("says nothing of what is not a version", () => {
    expect(compareVersions("npm", "file:../a", "1.0.0")).toBeNull();
    expect(compareVersions("python", "main", "1.0")).toBeNull();
  });
});
