import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../../define.ts";
import { lockfileOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import { readerOf } from "../readers/all.ts";
import { type ReviewedFile, reviewedFiles } from "../reviewed.ts";
import { folderOf } from "../siblings.ts";

const manifest = packageJson({ dependencies: { left: "^1.0.0" } });

const doc: RuleDoc = {
  id: "dependencies/lockfile-without-manifest",
  title: "The lockfile changed, but no manifest did",
  severity: "medium",
  category: "dependencies",
  why: "Where the lockfile says that its manifest asks for something else than it does, the change is incomplete or was made by hand.",
  fix: "Commit the manifest that belongs to it, or make the lockfile anew with the package manager.",
  flagged: [
    {
      title: "the lockfile names another range than before",
      before: {
        "package.json": manifest,
        "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }),
      },
      after: {
        "package.json": manifest,
        "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0", right: "^1.0.0" }),
      },
    },
    {
      title: "versions moved, nothing else",
      before: {
        "package.json": manifest,
        "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }),
      },
      after: {
        "package.json": manifest,
        "package-lock.json": packageLock(
          { left: { version: "1.1.0", integrity: "sha512-new==" } },
          { left: "^1.0.0" },
        ),
      },
    },
  ],
  clean: [
    {
      title: "both changed",
      before: { "package.json": packageJson({}), "package-lock.json": packageLock({}) },
      after: {
        "package.json": manifest,
        "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }),
      },
    },
    {
      title: "the manifest of a package below",
      before: {
        "parts/a/package.json": packageJson({}),
        "package-lock.json": packageLock({ left: {} }),
      },
      after: {
        "parts/a/package.json": packageJson({ dependencies: { left: "^1.0.0" } }),
        "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }),
      },
    },
  ],
};

export const lockfileWithoutManifest: Rule = {
  doc,
  check(task) {
    const changed = task.files.map(({ diff }) => diff.path);
    return reviewedFiles(task).flatMap((file) => judge(file, changed));
  },
};

function judge(file: ReviewedFile, changed: readonly string[]): readonly Observation[] {
  const { after, before, path, reader } = file;
  if (reader.role !== "lockfile" || before.state !== "read" || after.state !== "read") return [];
  if (changed.some((other) => isManifestFor(file, other))) return [];
  const [old, now] = [lockfileOf(before), lockfileOf(after)];
  const asked = now.stated !== null && old.stated !== null && now.stated !== old.stated;
  const message = asked
    ? "This lockfile now records other wishes of its manifest than before, but no manifest changed. Commit the manifest too, or make the lockfile anew from it."
    : "Only the lockfile changed. If that is meant (an update within the ranges), say so in the description; otherwise make it anew from the manifest.";
  const place = { kind: "file", path } as const;
  return [{ place, message, confidence: 0.7, ...(asked ? {} : { severity: "info" }) }];
}

/** A manifest of the same ecosystem in the lockfile's folder or below it. */
function isManifestFor({ path, reader }: ReviewedFile, other: string): boolean {
  const candidate = readerOf(other);
  const folder = folderOf(path);
  const below = folder === "" || other.startsWith(`${folder}/`);
  return below && candidate?.role === "manifest" && candidate.ecosystem === reader.ecosystem;
}
