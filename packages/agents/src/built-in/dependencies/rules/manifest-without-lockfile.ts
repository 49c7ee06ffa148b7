import type { RuleDoc } from "@swarm-actions/review";
import type { Observation, Rule } from "../../define.ts";
import { isExamplePath, isTestPath } from "../../path-kinds.ts";
import { manifestOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { Requirement } from "../readers/reading.ts";
import { placeOfAdded, type ReviewedFile, reviewedFiles } from "../reviewed.ts";
import { folderOf, nearest } from "../siblings.ts";

const lock = packageLock({ left: {} }, { left: "^1.0.0" });

const doc: RuleDoc = {
  id: "dependencies/manifest-without-lockfile",
  title: "Dependencies changed in the manifest, but not in the lockfile",
  severity: "medium",
  category: "dependencies",
  why: "An install from the frozen lockfile fails, or everybody gets other versions than were tested.",
  fix: "Run the package manager's install or lock command and commit the lockfile with the manifest.",
  flagged: [
    {
      title: "a new range in package.json",
      before: {
        "package.json": packageJson({ dependencies: { left: "^1.0.0" } }),
        "package-lock.json": lock,
      },
      after: {
        "package.json": packageJson({ dependencies: { left: "^2.0.0" } }),
        "package-lock.json": lock,
      },
    },
    {
      title: "a dependency removed from Cargo.toml",
      before: {
        "Cargo.toml": '[package]\nname = "app"\n\n[dependencies]\nleft = "1"\nright = "1"\n',
        "Cargo.lock": "version = 4\n",
      },
      after: {
        "Cargo.toml": '[package]\nname = "app"\n\n[dependencies]\nright = "1"\n',
        "Cargo.lock": "version = 4\n",
      },
    },
    {
      title: "a new module in go.mod",
      before: {
        "go.mod": "module example.com/app\n\ngo 1.26\n",
        "go.sum": "example.com/a v1.0.0 h1:x\n",
      },
      after: {
        "go.mod": "module example.com/app\n\ngo 1.26\n\nrequire example.com/b v1.1.0\n",
        "go.sum": "example.com/a v1.0.0 h1:x\n",
      },
    },
  ],
  clean: [
    {
      title: "only a script and the version changed",
      before: { "package.json": packageJson({}), "package-lock.json": lock },
      after: {
        "package.json": packageJson({ version: "1.1.0", scripts: { test: "node --test" } }),
        "package-lock.json": lock,
      },
    },
    {
      title: "a library that keeps no lockfile",
      before: { "package.json": packageJson({ dependencies: { left: "^1.0.0" } }) },
      after: { "package.json": packageJson({ dependencies: { left: "^2.0.0" } }) },
    },
    {
      title: "both changed",
      before: {
        "package.json": packageJson({ dependencies: { left: "^1.0.0" } }),
        "package-lock.json": lock,
      },
      after: {
        "package.json": packageJson({ dependencies: { left: "^2.0.0" } }),
        "package-lock.json": packageLock({ left: { version: "2.0.0" } }, { left: "^2.0.0" }),
      },
    },
  ],
};

export const manifestWithoutLockfile: Rule = {
  doc,
  check(task) {
    const tracked = new Set(task.repositoryPaths);
    const changed = new Set(task.files.map(({ diff }) => diff.path));
    return reviewedFiles(task).flatMap((file) => judge(file, tracked, changed));
  },
};

function judge(
  file: ReviewedFile,
  tracked: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): readonly Observation[] {
  if (file.before.state !== "read" || file.after.state !== "read") return [];
  const different = changedRequirements(file);
  const locks = nearest(file.path, file.reader.lockedBy, tracked);
  const [lock] = locks;
  if (different.length === 0 || lock === undefined || locks.some((one) => changed.has(one))) {
    return [];
  }
  const own = folderOf(lock) === folderOf(file.path);
  if (!own && (isTestPath(file.path) || isExamplePath(file.path))) return [];
  const names = [...new Set(different.map(({ name }) => name))];
  const place = different
    .map(({ line }) => placeOfAdded(file, line))
    .find((found) => found !== null);
  return [
    {
      place: place ?? { kind: "file", path: file.path },
      message: `What this asks for changed (${listed(names)}), but \`${lock}\` did not. Update it with the package manager and commit it too.`,
      // A folder below may have its own life, outside the workspace above it.
      ...(own || isWorkspace(lock, tracked) ? {} : { severity: "low", confidence: 0.6 }),
    },
  ];
}

function isWorkspace(lock: string, tracked: ReadonlySet<string>): boolean {
  return (
    tracked.has(lock.replace(/pnpm-lock\.yaml$/, "pnpm-workspace.yaml")) && /pnpm-lock/.test(lock)
  );
}

/** Requirements that are on one side only, or asked for differently; the new ones first. */
function changedRequirements({ before, after }: ReviewedFile): readonly Requirement[] {
  const [old, now] = [manifestOf(before).requirements, manifestOf(after).requirements];
  const [oldKeys, nowKeys] = [new Set(old.map(keyOf)), new Set(now.map(keyOf))];
  return [
    ...now.filter((requirement) => !oldKeys.has(keyOf(requirement))),
    ...old
      .filter((requirement) => !nowKeys.has(keyOf(requirement)))
      .map((one) => ({ ...one, line: 0 })),
  ];
}

function keyOf({ group, name, spec, source }: Requirement): string {
  return JSON.stringify([group, name, spec, source]);
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  return names.length > 3 ? `${shown.join(", ")} and ${names.length - 3} more` : shown.join(", ");
}
