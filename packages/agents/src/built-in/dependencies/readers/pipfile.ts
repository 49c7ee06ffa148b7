import { parse } from "smol-toml";
import { jsonBlocks } from "./json-blocks.ts";
import { tableSource } from "./pyproject.ts";
import { normalised } from "./python-requirement.ts";
import { noManifest, type Reader, type Requirement, Unreadable } from "./reading.ts";
import { digestsOf, hostsOf } from "./source.ts";
import { tomlLines } from "./toml-lines.ts";
import { at, entriesIn, isTable, listAt, textAt } from "./untyped.ts";

/** `Pipfile`. */
export const pipfile: Reader = {
  ecosystem: "python",
  role: "manifest",
  lockedBy: ["Pipfile.lock"],
  reads: (name) => name === "Pipfile",
  read(text) {
    const toml: unknown = parse(text);
    const lines = tomlLines(text);
    const requirements = ["packages", "dev-packages"].flatMap((table) =>
      entriesIn(at(toml, table)).map(([key, value]): Requirement => {
        const spec = typeof value === "string" ? value : (textAt(value, "version") ?? "");
        const group = table === "packages" ? "runtime" : "development";
        const line = lines.keyLine(table, key);
        return { name: normalised(key), group, spec, source: tableSource(value), line };
      }),
    );
    const indexes = listAt(toml, "source").flatMap((source) => {
      const url = textAt(source, "url");
      return url === undefined ? [] : [{ name: url, line: lines.lineWith(url) }];
    });
    return { manifest: { ...noManifest, requirements, indexes }, lockfile: null };
  },
};

/** `Pipfile.lock`. */
export const pipfileLock: Reader = {
  ecosystem: "python",
  role: "lockfile",
  lockedBy: [],
  reads: (name) => name === "Pipfile.lock",
  read(text) {
    const json: unknown = JSON.parse(text);
    if (!isTable(json)) throw new Unreadable("not an object");
    const blockOf = jsonBlocks(text);
    const packages = ["default", "develop"].flatMap((group) => entriesIn(at(json, group)));
    const entries = packages.map(([name, entry]) => ({
      name,
      version: (textAt(entry, "version") ?? "").replace(/^=+/, ""),
      hosts: hostsOf(textAt(entry, "git"), textAt(entry, "file")),
      digests: digestsOf(listAt(entry, "hashes").map((hash) => split(String(hash)))),
      installScript: false,
      optional: false,
      ...blockOf(name),
    }));
    const stated = textAt(json, "_meta", "hash", "sha256") ?? null;
    return { manifest: null, lockfile: { entries, stated, direct: null } };
  },
};

function split(hash: string): [string, string] {
  const at = hash.indexOf(":");
  return [hash.slice(0, Math.max(0, at)), hash.slice(at + 1)];
}
