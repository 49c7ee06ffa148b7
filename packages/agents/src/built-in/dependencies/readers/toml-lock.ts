import { canonicalJson } from "@swarm-actions/core";
import { parse } from "smol-toml";
import type { Ecosystem, LockEntry, Reader } from "./reading.ts";
import { digestsOf, hostsOf } from "./source.ts";
import { tomlLines } from "./toml-lines.ts";
import { at, entriesIn, listAt, textAt } from "./untyped.ts";

/** `Cargo.lock`. A package without a source is the repository's own. */
export const cargoLock = tomlLock("Cargo.lock", "cargo", {
  stated: (packages) => canonicalJson(packages.filter(isOwnCrate).map(cratesAsked)),
  direct: (packages) => new Set(packages.filter(isOwnCrate).flatMap(cratesAsked)),
});

/** `poetry.lock`. */
export const poetryLock = tomlLock("poetry.lock", "python", {
  stated: (_, toml) => textAt(toml, "metadata", "content-hash") ?? null,
  direct: () => null,
});

/** `pdm.lock`. */
export const pdmLock = tomlLock("pdm.lock", "python", {
  stated: (_, toml) => textAt(toml, "metadata", "content_hash") ?? null,
  direct: () => null,
});

/** `uv.lock`. The repository's own packages carry what their manifests ask for. */
export const uvLock = tomlLock("uv.lock", "python", {
  stated: (packages) =>
    canonicalJson(packages.map((one) => at(one, "metadata") ?? null).filter(Boolean)),
  direct: (packages) =>
    new Set(
      packages
        .filter((one) => at(one, "metadata") !== undefined)
        .flatMap((one) => [
          ...listAt(one, "dependencies"),
          ...entriesIn(at(one, "dev-dependencies")).flatMap(([, group]) =>
            listAt({ group }, "group"),
          ),
        ])
        .map((dependency) => textAt(dependency, "name") ?? ""),
    ),
});

interface Roots {
  stated(packages: readonly unknown[], toml: unknown): string | null;
  direct(packages: readonly unknown[]): ReadonlySet<string> | null;
}

function tomlLock(file: string, ecosystem: Ecosystem, roots: Roots): Reader {
  return {
    ecosystem,
    role: "lockfile",
    lockedBy: [],
    reads: (name) => name === file,
    read(text) {
      const toml: unknown = parse(text);
      const blocks = tomlLines(text).blocks("[[package]]");
      const packages = listAt(toml, "package");
      const entries = packages.map((one, index): LockEntry => {
        const { startLine, endLine } = blocks[index] ?? { startLine: 1, endLine: 1 };
        return {
          name: textAt(one, "name") ?? "",
          version: textAt(one, "version") ?? "",
          hosts: addressesOf(one),
          digests: digestsOf(digestPairs(one, toml)),
          installScript: false,
          optional: false,
          startLine,
          endLine,
        };
      });
      const stated = roots.stated(packages, toml);
      return { manifest: null, lockfile: { entries, stated, direct: roots.direct(packages) } };
    },
  };
}

function addressesOf(one: unknown): readonly string[] {
  const source = at(one, "source");
  const named = ["url", "git", "registry"].flatMap((key) => [
    textAt(source, key),
    textAt(one, key),
  ]);
  const files = filesOf(one).map((file) => textAt(file, "url"));
  return hostsOf(typeof source === "string" ? source : undefined, ...named, ...files);
}

/** Everything that is downloaded for a package, however the format lists it. */
function filesOf(one: unknown): readonly unknown[] {
  const sdist = at(one, "sdist");
  return [
    ...listAt(one, "files"),
    ...listAt(one, "wheels"),
    ...(sdist === undefined ? [] : [sdist]),
  ];
}

function* digestPairs(one: unknown, toml: unknown): Generator<[string, string]> {
  const checksum = textAt(one, "checksum");
  if (checksum !== undefined) yield ["checksum", checksum];
  const older = listAt(toml, "metadata", "files", textAt(one, "name") ?? "");
  for (const file of [...filesOf(one), ...older]) {
    const name = textAt(file, "file") ?? textAt(file, "url")?.split("/").at(-1);
    const hash = textAt(file, "hash");
    if (name !== undefined && hash !== undefined) yield [name, hash];
  }
}

function isOwnCrate(one: unknown): boolean {
  return textAt(one, "source") === undefined;
}

/** Names only: a version behind a name is there when two of them are in the lockfile. */
function cratesAsked(one: unknown): readonly string[] {
  return listAt(one, "dependencies").map((name) => String(name).split(" ")[0] ?? "");
}
