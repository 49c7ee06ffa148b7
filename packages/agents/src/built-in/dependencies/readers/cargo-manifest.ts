import { parse } from "smol-toml";
import { noManifest, type Reader, type Requirement, type Source } from "./reading.ts";
import { gitSource } from "./source.ts";
import { tomlLines } from "./toml-lines.ts";
import { at, entriesIn, textAt } from "./untyped.ts";

/** `Cargo.toml`, of a crate or a workspace. */
export const cargoManifest: Reader = {
  ecosystem: "cargo",
  role: "manifest",
  lockedBy: ["Cargo.lock"],
  reads: (name) => name === "Cargo.toml",
  read(text) {
    const toml: unknown = parse(text);
    const lines = tomlLines(text);
    const requirements = tablesOf(toml).flatMap(({ path, group, table }) =>
      entriesIn(table).map(([key, value]): Requirement => {
        const spec = typeof value === "string" ? value : (textAt(value, "version") ?? "");
        const name = textAt(value, "package") ?? key;
        return { name, group, spec, source: sourceOf(value), line: lines.keyLine(path, key) };
      }),
    );
    return { manifest: { ...noManifest, requirements }, lockfile: null };
  },
};

interface DependencyTable {
  readonly path: string;
  readonly group: Requirement["group"];
  readonly table: unknown;
}

function tablesOf(toml: unknown): readonly DependencyTable[] {
  const targets = entriesIn(at(toml, "target")).flatMap(([name, target]) =>
    standardTables(target, `target.'${name}'.`),
  );
  const patches = entriesIn(at(toml, "patch")).map(
    ([name, table]): DependencyTable => ({ path: `patch.${name}`, group: "override", table }),
  );
  const shared = at(toml, "workspace", "dependencies");
  return [
    ...standardTables(toml, ""),
    { path: "workspace.dependencies", group: "runtime", table: shared },
    ...targets,
    ...patches,
  ];
}

function standardTables(owner: unknown, prefix: string): readonly DependencyTable[] {
  return [
    { path: `${prefix}dependencies`, group: "runtime", table: at(owner, "dependencies") },
    {
      path: `${prefix}build-dependencies`,
      group: "runtime",
      table: at(owner, "build-dependencies"),
    },
    {
      path: `${prefix}dev-dependencies`,
      group: "development",
      table: at(owner, "dev-dependencies"),
    },
  ];
}

function sourceOf(value: unknown): Source {
  const git = textAt(value, "git");
  if (git !== undefined) return gitSource(git, textAt(value, "rev"));
  return textAt(value, "path") === undefined ? { kind: "registry" } : { kind: "path" };
}
