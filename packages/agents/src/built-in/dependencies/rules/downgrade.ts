import type { ReviewTask, RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { groupedBy, lockfileOf, manifestOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { LockEntry, Requirement } from "../readers/reading.ts";
import {
  fileRule,
  placeOfAdded,
  placeWithin,
  type ReviewedFile,
  reviewedFiles,
} from "../reviewed.ts";
import { asksForOlder, compareVersions } from "../versions.ts";

const asking = (left: string) => ({ "package.json": packageJson({ dependencies: { left } }) });

const doc: RuleDoc = {
  id: "dependencies/downgrade",
  title: "A dependency goes back to an older version",
  severity: "medium",
  category: "dependencies",
  why: "Going back brings back the faults, security ones included, that later versions mended. Often it is a merge that took the wrong side.",
  fix: "Take the newer version; if going back is meant, say why in the description.",
  flagged: [
    { title: "an older major version", before: asking("^2.1.0"), after: asking("^1.9.0") },
    {
      title: "an older pin in requirements.txt",
      before: { "requirements.txt": "left==2.10.0\n" },
      after: { "requirements.txt": "left==2.9.1\n" },
    },
    {
      title: "only in the lockfile",
      before: {
        "package.json": packageJson({ dependencies: { left: "^1.0.0", right: "^1.0.0" } }),
        "package-lock.json": packageLock({ left: { version: "1.5.0" } }, { left: "^1.0.0" }),
      },
      after: {
        "package.json": packageJson({ dependencies: { left: "^1.0.0" } }),
        "package-lock.json": packageLock(
          { left: { version: "1.2.0", integrity: "sha512-b==" } },
          { left: "^1.0.0" },
        ),
      },
    },
    {
      title: "a module in go.mod",
      before: { "go.mod": "module example.com/app\n\nrequire example.com/left v1.3.0\n" },
      after: { "go.mod": "module example.com/app\n\nrequire example.com/left v1.2.9\n" },
    },
  ],
  clean: [
    { title: "a wider range", before: asking("^2.1.0"), after: asking("^1.9.0 || ^2.0.0") },
    {
      title: "a lower minimum that still allows the same",
      before: asking("^2.1.0"),
      after: asking("^2.0.0"),
    },
    { title: "an update", before: asking("1.9.0"), after: asking("1.10.0") },
    {
      title: "an update in a crate",
      before: { "Cargo.toml": '[dependencies]\nleft = "1.9"\n' },
      after: { "Cargo.toml": '[dependencies]\nleft = { version = "1.10" }\n' },
    },
  ],
};

export const downgrade = fileRule(doc, (file, task) => [
  ...manifestDowngrades(file),
  ...lockDowngrades(file, new Set(askedOlder(task))),
]);

function manifestDowngrades(file: ReviewedFile): readonly Observation[] {
  return olderRequirements(file).flatMap(({ before, after }) => {
    const place = placeOfAdded(file, after.line);
    if (place === null) return [];
    const message = `\`${after.name}\` goes back from \`${before.spec}\` to \`${after.spec}\`. Take the newer version, or say in the description why not.`;
    return [{ place, message, ...(after.group === "development" ? { severity: "low" } : {}) }];
  });
}

interface Step {
  readonly before: Requirement;
  readonly after: Requirement;
}

/** A name that is asked for several times in a group is too unclear to judge. */
function olderRequirements({ before, after, reader }: ReviewedFile): readonly Step[] {
  const old = groupedBy(manifestOf(before).requirements, keyOf);
  const now = groupedBy(manifestOf(after).requirements, keyOf);
  return [...now].flatMap(([key, [current, ...others]]) => {
    const [previous, ...more] = old.get(key) ?? [];
    if (current === undefined || previous === undefined) return [];
    if (others.length > 0 || more.length > 0 || current.group === "override") return [];
    const older = asksForOlder(reader.ecosystem, previous.spec, current.spec);
    return older ? [{ before: previous, after: current }] : [];
  });
}

function keyOf({ group, name }: Requirement): string {
  return `${group} ${name}`;
}

/** Names that a manifest of the change asks for in an older version: told there. */
function askedOlder(task: ReviewTask): readonly string[] {
  return reviewedFiles(task).flatMap((file) =>
    olderRequirements(file).map(({ after }) => after.name),
  );
}

function lockDowngrades(file: ReviewedFile, told: ReadonlySet<string>): readonly Observation[] {
  if (file.reader.role !== "lockfile") return [];
  const [before, after] = [lockfileOf(file.before), lockfileOf(file.after)];
  const old = groupedBy(before.entries, nameOf);
  return [...groupedBy(after.entries, nameOf)].flatMap(([name, [current, ...others]]) => {
    const [previous, ...more] = old.get(name) ?? [];
    if (current === undefined || previous === undefined || told.has(name)) return [];
    if (others.length > 0 || more.length > 0 || after.direct?.has(name) === false) return [];
    const order = compareVersions(file.reader.ecosystem, current.version, previous.version);
    return order !== null && order < 0 ? locked(file, previous, current, after.direct) : [];
  });
}

function locked(
  file: ReviewedFile,
  before: LockEntry,
  after: LockEntry,
  direct: ReadonlySet<string> | null,
): readonly Observation[] {
  const place = placeWithin(file, after, after.version);
  if (place === null) return [];
  const message = `\`${after.name}\` goes back from ${before.version} to ${after.version} in the lockfile. Update it, or say in the description why not.`;
  // Where the lockfile does not say who asked for it, something else may demand the older one.
  return [{ place, message, ...(direct === null ? { severity: "low", confidence: 0.7 } : {}) }];
}

function nameOf({ name }: LockEntry): string {
  return name;
}
