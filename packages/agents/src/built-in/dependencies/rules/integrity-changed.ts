import type { RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { groupedBy, lockfileOf, pinOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { LockEntry } from "../readers/reading.ts";
import { fileRule, placeWithin, type ReviewedFile } from "../reviewed.ts";

const both = (fields: Readonly<Record<string, unknown>>, description: string) => ({
  "package.json": packageJson({ description, dependencies: { left: "^1.0.0" } }),
  "package-lock.json": packageLock({ left: fields }, { left: "^1.0.0" }),
});

const doc: RuleDoc = {
  id: "dependencies/integrity-changed",
  title: "The same version has another digest than before",
  severity: "high",
  category: "security",
  why: "A published version does not change. Another digest means that other code is installed under the same number: from another source, or from someone who replaced it.",
  fix: "Find out why before merging: compare the package with what the registry publishes, then make the lockfile anew.",
  flagged: [
    {
      title: "another digest in package-lock.json",
      before: both({}, "a"),
      after: both({ integrity: "sha512-other==" }, "b"),
    },
    {
      title: "another digest in go.sum",
      before: { "go.mod": "module a\n", "go.sum": "example.com/left v1.0.0 h1:abc=\n" },
      after: { "go.mod": "module a\n\ngo 1.26\n", "go.sum": "example.com/left v1.0.0 h1:xyz=\n" },
    },
  ],
  clean: [
    {
      title: "a new version",
      before: both({}, "a"),
      after: both({ version: "1.0.1", integrity: "sha512-other==" }, "b"),
    },
    {
      title: "a stronger algorithm",
      before: both({ integrity: "sha1-old=" }, "a"),
      after: both({ integrity: "sha512-new==" }, "b"),
    },
  ],
};

export const integrityChanged = fileRule(doc, (file) => {
  const old = groupedBy(lockfileOf(file.before).entries, pinOf);
  return lockfileOf(file.after).entries.flatMap((entry) => {
    const known = old.get(pinOf(entry)) ?? [];
    const digest = known.length === 0 ? null : changedDigest(entry, known);
    return digest === null ? [] : observe(file, entry, digest);
  });
});

/** A digest that every earlier entry of this version contradicts; null when there is none. */
function changedDigest(entry: LockEntry, known: readonly LockEntry[]): string | null {
  for (const [of, digests] of entry.digests) {
    const contradicted = known.every((one) => {
      const earlier = one.digests.get(of);
      return earlier !== undefined && [...digests].every((digest) => !earlier.has(digest));
    });
    if (contradicted) return [...digests][0] ?? null;
  }
  return null;
}

function observe(file: ReviewedFile, entry: LockEntry, digest: string): readonly Observation[] {
  const place = placeWithin(file, entry, digest);
  if (place === null) return [];
  const message = `\`${entry.name}\` ${entry.version} has another digest than before, so other code is installed under the same version. Compare it with what the registry publishes before merging.`;
  return [{ place, message }];
}
