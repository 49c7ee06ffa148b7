import { canonicalJson } from "@swarm-actions/core";
import { jsonBlocks } from "./json-blocks.ts";
import { type LockEntry, type Reader, Unreadable } from "./reading.ts";
import { hostsOf, integrityDigests } from "./source.ts";
import { at, entriesIn, isTable, textAt } from "./untyped.ts";

/** `package-lock.json` and `npm-shrinkwrap.json`, lockfile versions 1 to 3. */
export const npmLock: Reader = {
  ecosystem: "npm",
  role: "lockfile",
  lockedBy: [],
  reads: (name) => name === "package-lock.json" || name === "npm-shrinkwrap.json",
  read(text) {
    const json: unknown = JSON.parse(text);
    if (!isTable(json)) throw new Unreadable("not an object");
    const roots = entriesIn(at(json, "packages")).filter(
      ([path]) => !path.includes("node_modules/"),
    );
    const asked = roots.map(([path, root]) => [
      path,
      ...groups.map((name) => at(root, name) ?? {}),
    ]);
    const direct = roots.flatMap(([, root]) =>
      groups.flatMap((name) => entriesIn(at(root, name)).map(([dependency]) => dependency)),
    );
    const known = roots.length > 0;
    return {
      manifest: null,
      lockfile: {
        entries: [...entriesOf(json, text)],
        stated: known ? canonicalJson(asked) : null,
        direct: known ? new Set(direct) : null,
      },
    };
  },
};

const groups = ["dependencies", "devDependencies", "optionalDependencies"];
const folder = "node_modules/";

function* entriesOf(json: unknown, text: string): Generator<LockEntry> {
  const blockOf = jsonBlocks(text);
  const packages = entriesIn(at(json, "packages"));
  for (const [path, entry] of packages) {
    const block = blockOf(path);
    if (!path.includes(folder) || at(entry, "link") === true) continue;
    const name = textAt(entry, "name") ?? path.slice(path.lastIndexOf(folder) + folder.length);
    yield entryOf(name, entry, block);
  }
  if (packages.length > 0) return;
  // Version 1 nests: a stack, since a hostile file may nest without end.
  const stack = [...entriesIn(at(json, "dependencies"))].reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield entryOf(next[0], next[1], blockOf(next[0]));
    for (const inner of [...entriesIn(at(next[1], "dependencies"))].reverse()) stack.push(inner);
  }
}

function entryOf(
  name: string,
  entry: unknown,
  block: { readonly startLine: number; readonly endLine: number },
): LockEntry {
  const optional = at(entry, "os") !== undefined || at(entry, "cpu") !== undefined;
  return {
    name,
    version: textAt(entry, "version") ?? "",
    hosts: hostsOf(textAt(entry, "resolved")),
    digests: integrityDigests(textAt(entry, "integrity")),
    installScript: at(entry, "hasInstallScript") === true,
    optional,
    startLine: block.startLine,
    endLine: block.endLine,
  };
}
