import type { RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { manifestOf } from "../entries.ts";
import { packageJson } from "../examples.ts";
import type { Requirement } from "../readers/reading.ts";
import { fileRule, placeOfAdded, type ReviewedFile } from "../reviewed.ts";

const sha = "0123456789abcdef0123456789abcdef01234567";
const crate = (left: string) => `[package]\nname = "app"\n\n[dependencies]\n${left}\n`;

const doc: RuleDoc = {
  id: "dependencies/unregistered-source",
  title: "A dependency is taken from a git repository or a web address",
  severity: "medium",
  category: "security",
  why: "No registry keeps that code: it can change or vanish, advisories do not find it, and others who install your package must be able to reach it too.",
  fix: "Use a published version; until there is one, name a full commit id.",
  flagged: [
    {
      title: "a branch on GitHub",
      before: { "package.json": packageJson({ dependencies: { left: "^1.0.0" } }) },
      after: { "package.json": packageJson({ dependencies: { left: "example/left#main" } }) },
    },
    {
      title: "an archive on the web",
      before: { "requirements.txt": "left==1.0\n" },
      after: { "requirements.txt": "left==1.0\nright @ https://files.example/right.tar.gz\n" },
    },
    {
      title: "a crate from git, even when pinned",
      before: { "Cargo.toml": crate('left = "1"') },
      after: { "Cargo.toml": crate(`left = { git = "https://git.example/left", rev = "${sha}" }`) },
    },
    {
      title: "a module replaced by a fork",
      before: { "go.mod": "module example.com/app\n\nrequire example.com/left v1.0.0\n" },
      after: {
        "go.mod":
          "module example.com/app\n\nrequire example.com/left v1.0.0\n\nreplace example.com/left => example.com/fork v1.0.1\n",
      },
    },
  ],
  clean: [
    {
      title: "from the registry, a workspace or a folder",
      before: { "package.json": packageJson({}) },
      after: {
        "package.json": packageJson({
          dependencies: {
            left: "^1.0.0",
            right: "workspace:*",
            up: "file:../up",
            old: "npm:left@1",
          },
        }),
      },
    },
    {
      title: "it was taken from there before",
      before: { "package.json": packageJson({ dependencies: { left: "example/left#v1" } }) },
      after: { "package.json": packageJson({ dependencies: { left: "example/left#v2" } }) },
    },
  ],
};

export const unregisteredSource = fileRule(doc, (file) => {
  const known = new Set(manifestOf(file.before).requirements.filter(isElsewhere).map(nameOf));
  return manifestOf(file.after)
    .requirements.filter(
      (requirement) => isElsewhere(requirement) && !known.has(nameOf(requirement)),
    )
    .flatMap((requirement) => observe(file, requirement));
});

function nameOf({ name }: Requirement): string {
  return name;
}

function isElsewhere({ source }: Requirement): boolean {
  return source.kind === "git" || source.kind === "url";
}

function observe(file: ReviewedFile, requirement: Requirement): readonly Observation[] {
  const place = placeOfAdded(file, requirement.line);
  const { name, source } = requirement;
  if (place === null || (source.kind !== "git" && source.kind !== "url")) return [];
  const plain = /^(git\+)?(http|git):\/\//i.test(source.url);
  if (plain) {
    const message = `\`${name}\` is fetched over an unencrypted connection, so anybody on the way can replace it. Use a published version, or at least \`https\`.`;
    return [{ place, severity: "high", message }];
  }
  const pinned = source.kind === "git" && source.pinned;
  const advice = pinned ? "Use a published version when there is one." : adviceFor(source.kind);
  const from = source.kind === "git" ? "a git repository" : "a web address";
  const message = `\`${name}\` is taken from ${from} instead of the registry. ${advice}`;
  return [{ place, severity: pinned ? "low" : "medium", message }];
}

function adviceFor(kind: "git" | "url"): string {
  return kind === "git"
    ? "Use a published version, or name a full commit id so that it cannot change."
    : "Use a published version, or pin its digest so that it cannot change.";
}
