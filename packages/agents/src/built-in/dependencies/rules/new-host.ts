import type { Place, RuleDoc, Severity } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { type Address, addressesOf, hostsBefore, isPublicRegistry } from "../addresses.ts";
import { groupedBy } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { Ecosystem } from "../readers/reading.ts";
import { fileRule, placeOfAdded, placeWithin, type ReviewedFile } from "../reviewed.ts";

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

export const newHost = fileRule(doc, (file, task) => {
  if (file.before.state !== "read" || file.after.state !== "read") return [];
  const isKnown = hostsBefore(file);
  const addresses = addressesOf(file, task).filter(({ host }) => !isKnown(host));
  return [...groupedBy(addresses, ({ host }) => host)].flatMap(([host, group]) => {
    const place = firstPlace(file, group);
    return place === null ? [] : [observe(file, host, group, place)];
  });
});

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
  return isPublicRegistry(ecosystem, host) ? "low" : "high";
}
