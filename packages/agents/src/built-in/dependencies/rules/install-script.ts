import type { RuleDoc } from "@swarm-actions/review";
import type { Observation } from "../../define.ts";
import { lockfileOf, manifestOf } from "../entries.ts";
import { packageJson, packageLock } from "../examples.ts";
import type { LockEntry, Named } from "../readers/reading.ts";
import { fileRule, placeOfAdded, placeWithin, type ReviewedFile } from "../reviewed.ts";

const manifest = (version: string) => ({
  "package.json": packageJson({ dependencies: { left: version } }),
});

const doc: RuleDoc = {
  id: "dependencies/install-script",
  title: "Something new runs when packages are installed",
  severity: "medium",
  category: "security",
  why: "Install scripts run on every developer's machine and in every build, with all their rights, before anybody looks at the package. They are the usual way in for a hijacked package.",
  fix: "Read the script. Prefer a package without one, or install with scripts switched off and allow only those that are needed.",
  flagged: [
    {
      title: "an update brings an install script",
      before: {
        ...manifest("1.0.0"),
        "package-lock.json": packageLock({ left: {} }, { left: "1.0.0" }),
      },
      after: {
        ...manifest("1.0.1"),
        "package-lock.json": packageLock(
          { left: { version: "1.0.1", hasInstallScript: true, integrity: "sha512-b==" } },
          { left: "1.0.1" },
        ),
      },
    },
    {
      title: "the package itself gets one",
      before: { "package.json": packageJson({ private: false }) },
      after: {
        "package.json": packageJson({ private: false, scripts: { postinstall: "node setup.js" } }),
      },
    },
    {
      title: "another package is allowed to run its own",
      before: { "pnpm-workspace.yaml": "packages:\n  - parts/*\n" },
      after: {
        "pnpm-workspace.yaml": "packages:\n  - parts/*\nonlyBuiltDependencies:\n  - left\n",
      },
    },
  ],
  clean: [
    {
      title: "the script was there before",
      before: {
        ...manifest("1.0.0"),
        "package-lock.json": packageLock({ left: { hasInstallScript: true } }, { left: "1.0.0" }),
      },
      after: {
        ...manifest("1.0.1"),
        "package-lock.json": packageLock(
          { left: { version: "1.0.1", hasInstallScript: true, integrity: "sha512-b==" } },
          { left: "1.0.1" },
        ),
      },
    },
    {
      title: "a script that people run themselves",
      before: { "package.json": packageJson({}) },
      after: { "package.json": packageJson({ scripts: { test: "node --test" } }) },
    },
  ],
};

export const installScript = fileRule(doc, (file) => {
  const created = file.file.diff.change === "added";
  if (file.after.state !== "read" || (file.before.state !== "read" && !created)) return [];
  // Every package of a first lockfile would be new; what is new is only that there is one.
  const locked = created ? [] : lockedScripts(file);
  return [...locked, ...ownScripts(file), ...allowedBuilds(file)];
});

function lockedScripts(file: ReviewedFile): readonly Observation[] {
  const before = lockfileOf(file.before).entries;
  const scripted = new Set(before.filter((entry) => entry.installScript).map(({ name }) => name));
  const known = new Set(before.map(({ name }) => name));
  const supposed = file.path.endsWith("pnpm-lock.yaml");
  return lockfileOf(file.after)
    .entries.filter((entry) => entry.installScript && !scripted.has(entry.name))
    .flatMap((entry) => {
      const place = placeWithin(file, entry, "nstallScript");
      return place === null
        ? []
        : [{ place, ...(supposed ? supposedly(entry) : wording(entry, known.has(entry.name))) }];
    });
}

/** pnpm also says `requiresBuild` of packages that it has never fetched: a reason to look, no more. */
function supposedly({ name, version }: LockEntry): Pick<Observation, "message" | "severity"> {
  const message = `pnpm supposes that \`${name}\` ${version} runs something when it is installed, as it did not before. See whether that is so.`;
  return { severity: "low", message };
}

/** An update that begins to run scripts is what a hijacked package looks like. */
function wording(
  { name, version, optional }: LockEntry,
  update: boolean,
): Pick<Observation, "message" | "severity"> {
  const advice = "Read it before anybody installs this, or switch scripts off for it.";
  if (update) {
    return {
      severity: "high",
      message: `\`${name}\` ran nothing on install before; ${version} does. ${advice}`,
    };
  }
  const message = `\`${name}\` is new and runs a script when it is installed. ${advice}`;
  return { message, severity: optional ? "low" : "medium" };
}

function ownScripts(file: ReviewedFile): readonly Observation[] {
  const manifest = manifestOf(file.after);
  return newIn(manifestOf(file.before).installScripts, manifest.installScripts).flatMap(
    (script) => {
      const place = placeOfAdded(file, script.line);
      if (place === null) return [];
      // Packages from a registry come prepared, so only developers run this one.
      const severity = script.name === "prepare" ? "info" : manifest.private ? "low" : "medium";
      const message = `\`${script.name}\` runs on every machine that installs this. Do the work when the package is built instead, or say in the description why it is needed.`;
      return [{ place, severity, message }];
    },
  );
}

function allowedBuilds(file: ReviewedFile): readonly Observation[] {
  const [before, after] = [manifestOf(file.before), manifestOf(file.after)];
  return newIn(before.allowedBuilds, after.allowedBuilds).flatMap(({ name, line }) => {
    const place = placeOfAdded(file, line);
    const message = `\`${name}\` may now run scripts when it is installed. Read what it runs, and keep it on this list only if it does not work without.`;
    return place === null ? [] : [{ place, severity: "low", message }];
  });
}

function newIn(before: readonly Named[], after: readonly Named[]): readonly Named[] {
  const known = new Set(before.map(({ name }) => name));
  return after.filter(({ name }) => !known.has(name));
}
