import type { Place, ReviewTask, RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { groupedBy, lockfileOf, manifestOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { Ecosystem, LockEntry, Named } from "../readers/reading.ts";
import { hostOf } from "../readers/source.ts";
import {
  fileRule,
  placeOfAdded,
  placeWithin,
  type ReviewedFile,
  reviewedFiles,
  type SideReading,
} from "../reviewed.ts";

const manifest = {
  "package.json": packageJson({ dependencies: { left: "^1.0.0", right: "^1.0.0" } }),
};
const older = { "package.json": packageJson({ dependencies: { left: "^1.0.0" } }) };

const doc: RuleDoc = {
  id: "dependencies/new-host",
  title: "A package comes from a host that was not used before",
  severity: "high",
  category: "security",
  why: "A lockfile is rarely read, and whatever address it names is what everybody installs: one changed host is enough to replace a package.",
  fix: "Make the lockfile anew against the usual registry; if the host is meant, say so in the description.",
  flagged: [
    {
      title: "one package from elsewhere",
      before: { ...older, "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }) },
      after: {
        ...manifest,
        "package-lock.json": packageLock(
          { left: {}, right: { resolved: "https://cdn.example/right-1.0.0.tgz" } },
          { left: "^1.0.0", right: "^1.0.0" },
        ),
      },
    },
    {
      title: "another package index",
      before: { "requirements.txt": "left==1.0.0\n" },
      after: {
        "requirements.txt": "--extra-index-url https://packages.example/simple\nleft==1.0.0\n",
      },
    },
  ],
  clean: [
    {
      title: "the same registry as before",
      before: { ...older, "package-lock.json": packageLock({ left: {} }, { left: "^1.0.0" }) },
      after: {
        ...manifest,
        "package-lock.json": packageLock(
          { left: {}, right: {} },
          { left: "^1.0.0", right: "^1.0.0" },
        ),
      },
    },
    {
      title: "a first lockfile",
      after: { "package-lock.json": packageLock({ left: {} }) },
    },
  ],
};

/** What is used where a file names no host. */
const defaults: Readonly<Record<Ecosystem, readonly string[]>> = {
  cargo: ["github.com", "index.crates.io", "static.crates.io"],
  go: [],
  npm: ["registry.npmjs.org", "registry.yarnpkg.com"],
  python: ["files.pythonhosted.org", "pypi.org", "pypi.python.org"],
};

export const newHost = fileRule(doc, (file, task) => {
  if (file.before.state !== "read" || file.after.state !== "read") return [];
  const known = knownHosts(file);
  const addresses = addressesOf(file, task).filter(({ host }) => !known.has(host));
  return [...groupedBy(addresses, ({ host }) => host)].flatMap(([host, group]) => {
    const place = firstPlace(file, group);
    return place === null ? [] : [observe(file, host, group, place)];
  });
});

interface Address {
  readonly host: string;
  readonly of: { readonly entry: LockEntry } | { readonly index: Named };
}

function knownHosts({ before, reader }: ReviewedFile): ReadonlySet<string> {
  const named = hostsIn(before);
  return new Set(named.length === 0 ? defaults[reader.ecosystem] : named);
}

function hostsIn(side: SideReading): readonly string[] {
  const locked = lockfileOf(side).entries.flatMap(({ hosts }) => hosts);
  const indexes = manifestOf(side).indexes.flatMap(({ name }) => hostOf(name) ?? []);
  return [...locked, ...indexes];
}

function addressesOf({ after }: ReviewedFile, task: ReviewTask): readonly Address[] {
  const declared = declaredAddresses(task);
  const locked = lockfileOf(after).entries.flatMap((entry) =>
    declared.has(entry.name) ? [] : entry.hosts.map((host) => ({ host, of: { entry } })),
  );
  const indexes = manifestOf(after).indexes.flatMap((index) => {
    const host = hostOf(index.name);
    return host === null ? [] : [{ host, of: { index } }];
  });
  return [...locked, ...indexes];
}

/** What a manifest itself takes from an address is told at the manifest. */
function declaredAddresses(task: ReviewTask): ReadonlySet<string> {
  const requirements = reviewedFiles(task).flatMap(({ after }) => manifestOf(after).requirements);
  const elsewhere = requirements.filter(
    ({ source }) => source.kind === "git" || source.kind === "url",
  );
  return new Set(elsewhere.map(({ name }) => name));
}

function firstPlace(file: ReviewedFile, group: readonly Address[]): Place | null {
  for (const { host, of } of group) {
    const place =
      "entry" in of ? placeWithin(file, of.entry, host) : placeOfAdded(file, of.index.line);
    if (place !== null) return place;
  }
  return null;
}

function observe(
  { reader }: ReviewedFile,
  host: string,
  group: readonly Address[],
  place: Place,
): Observation {
  const [first] = group;
  const name = first !== undefined && "entry" in first.of ? `\`${first.of.entry.name}\`` : "";
  const others = group.length > 1 ? ` and ${group.length - 1} more` : "";
  const what =
    name === ""
      ? "Packages now also come"
      : `${name}${others} now come${group.length > 1 ? "" : "s"}`;
  return {
    place,
    severity: severityOf(reader.ecosystem, host),
    confidence: 0.8,
    message: `${what} from \`${host}\`, which this file did not use before. If that is not meant, make the file anew against the usual registry.`,
  };
}

/** Go checks every module against a public log, and new hosts are ordinary there. */
function severityOf(ecosystem: Ecosystem, host: string): Severity {
  if (ecosystem === "go") return "info";
  return defaults[ecosystem].includes(host) ? "low" : "high";
}
