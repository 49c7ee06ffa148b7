import { parse } from "smol-toml";
import { normalised, parseRequirement } from "./python-requirement.ts";
import { type Named, noManifest, type Reader, type Requirement, type Source } from "./reading.ts";
import { gitSource } from "./source.ts";
import { type TomlLines, tomlLines } from "./toml-lines.ts";
import { at, entriesIn, listAt, textAt } from "./untyped.ts";

/** `pyproject.toml`: standard metadata, dependency groups, and the tables of poetry and uv. */
export const pyproject: Reader = {
  ecosystem: "python",
  role: "manifest",
  lockedBy: ["poetry.lock", "uv.lock", "pdm.lock"],
  reads: (name) => name === "pyproject.toml",
  read(text) {
    const toml: unknown = parse(text);
    const lines = tomlLines(text);
    const found = [...standard(toml, lines), ...poetry(toml, lines), ...uvSources(toml, lines)];
    const manifest = { ...noManifest, requirements: found, indexes: indexesOf(toml, lines) };
    return { manifest, lockfile: null };
  },
};

function standard(toml: unknown, lines: TomlLines): readonly Requirement[] {
  const groups: readonly (readonly [Requirement["group"], readonly unknown[]])[] = [
    ["runtime", listAt(toml, "project", "dependencies")],
    ...entriesIn(at(toml, "project", "optional-dependencies")).map(
      ([, list]) => ["runtime", listAt({ list }, "list")] as const,
    ),
    ...entriesIn(at(toml, "dependency-groups")).map(
      ([, list]) => ["development", listAt({ list }, "list")] as const,
    ),
  ];
  return groups.flatMap(([group, list]) =>
    list.flatMap((item) => {
      const parsed = typeof item === "string" ? parseRequirement(item) : null;
      if (parsed === null || typeof item !== "string") return [];
      return [{ ...parsed, group, line: lines.lineWith(item.replaceAll('"', '\\"')) }];
    }),
  );
}

function poetry(toml: unknown, lines: TomlLines): readonly Requirement[] {
  const owner = at(toml, "tool", "poetry");
  const groups = entriesIn(at(owner, "group")).map(
    ([name]) =>
      [
        "development",
        `group.${name}.dependencies`,
        at(owner, "group", name, "dependencies"),
      ] as const,
  );
  const tables = [
    ["runtime", "dependencies", at(owner, "dependencies")] as const,
    ["development", "dev-dependencies", at(owner, "dev-dependencies")] as const,
    ...groups,
  ];
  return tables.flatMap(([group, path, table]) =>
    entriesIn(table).map(([key, value]): Requirement => {
      const spec = typeof value === "string" ? value : (textAt(value, "version") ?? "");
      const line = lines.keyLine(`tool.poetry.${path}`, key);
      return { name: normalised(key), group, spec, source: tableSource(value), line };
    }),
  );
}

/** uv keeps the address of a dependency apart from the dependency. */
function uvSources(toml: unknown, lines: TomlLines): readonly Requirement[] {
  return entriesIn(at(toml, "tool", "uv", "sources")).flatMap(([key, value]) => {
    const source = tableSource(value);
    if (source.kind === "registry" || source.kind === "path") return [];
    const line = lines.keyLine("tool.uv.sources", key);
    return [{ name: normalised(key), group: "override" as const, spec: "", source, line }];
  });
}

/** What an inline table such as `{ git = "…", rev = "…" }` points at. */
export function tableSource(value: unknown): Source {
  const git = textAt(value, "git");
  if (git !== undefined) return gitSource(git, textAt(value, "rev") ?? textAt(value, "ref"));
  const url = textAt(value, "url") ?? textAt(value, "file");
  if (url !== undefined) return /^https?:/.test(url) ? { kind: "url", url } : { kind: "path" };
  return textAt(value, "path") === undefined ? { kind: "registry" } : { kind: "path" };
}

function indexesOf(toml: unknown, lines: TomlLines): readonly Named[] {
  const listed = [
    ...listAt(toml, "tool", "poetry", "source"),
    ...listAt(toml, "tool", "uv", "index"),
    ...listAt(toml, "tool", "pdm", "source"),
  ].map((source) => textAt(source, "url"));
  const uv = textAt(toml, "tool", "uv", "index-url");
  const extra = listAt(toml, "tool", "uv", "extra-index-url").map(String);
  return [...listed, uv, ...extra].flatMap((url) =>
    url === undefined ? [] : [{ name: url, line: lines.lineWith(url) }],
  );
}
