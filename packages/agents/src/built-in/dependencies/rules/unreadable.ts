import type { RuleDoc } from "@swarm-actions/review";
import { fileRule } from "../reviewed.ts";

const doc: RuleDoc = {
  id: "dependencies/unreadable",
  title: "A manifest or lockfile can no longer be read",
  severity: "low",
  category: "correctness",
  why: "Package managers will not read it either, or not as meant; usually a merge went wrong.",
  fix: "Correct it by hand, or make a lockfile anew with the package manager.",
  flagged: [
    {
      title: "a comma too many",
      before: { "package.json": '{\n  "name": "app"\n}\n' },
      after: { "package.json": '{\n  "name": "app",\n}\n' },
    },
    {
      title: "merge markers",
      before: { "Cargo.lock": "version = 4\n" },
      after: { "Cargo.lock": `${"<".repeat(7)} HEAD\nversion = 4\n` },
    },
  ],
  clean: [
    {
      title: "it was broken before",
      before: { "package.json": '{\n  "name": "app",\n}\n' },
      after: { "package.json": '{\n  "name": "apple",\n}\n' },
    },
  ],
};

export const unreadable = fileRule(doc, ({ after, before, path }) => {
  if (after.state !== "unreadable" || before.state !== "read") return [];
  const message = `This file cannot be read any more (${after.reason}), so its dependencies were not reviewed. Correct it, or make it anew with the package manager.`;
  return [{ place: { kind: "file", path }, message, confidence: 1 }];
});
