import { fieldOf, type IndentedBlock, indentedBlocks, unquoted } from "./indented-blocks.ts";
import { type LockEntry, type Reader, Unreadable } from "./reading.ts";
import { hostsOf, integrityDigests } from "./source.ts";

/** `pnpm-lock.yaml`, lockfile versions 5 to 9. */
export const pnpmLock: Reader = {
  ecosystem: "npm",
  role: "lockfile",
  lockedBy: [],
  reads: (name) => name === "pnpm-lock.yaml",
  read(text) {
    const lines = text.split(/\r?\n/);
    const sections = new Map([...indentedBlocks(lines, 0)].map((block) => [block.header, block]));
    if (!/^lockfileVersion:/m.test(text) || /^(<{7} |>{7} )/m.test(text)) {
      throw new Unreadable("no lockfileVersion, or merge markers");
    }
    const below = (name: string) => {
      const section = sections.get(name);
      if (section === undefined) return [];
      return [...indentedBlocks(lines, 2, section.startLine + 1, section.endLine)];
    };
    const importers = sections.get("importers");
    const asked = importers === undefined ? null : specifiersOf(importers);
    return {
      manifest: null,
      lockfile: {
        entries: below("packages").flatMap(entryOf),
        stated: asked === null ? null : JSON.stringify(asked),
        direct: asked === null ? null : new Set(asked.map(([name]) => name)),
      },
    };
  },
};

/** Names with the ranges that the manifests ask for, in the order of the file. */
function specifiersOf(importers: IndentedBlock): readonly (readonly [string, string])[] {
  return importers.lines.flatMap((line, index): [string, string][] => {
    if (!line.startsWith("specifier: ")) return [];
    const name = unquoted((importers.lines[index - 1] ?? "").replace(/:$/, ""));
    return [[name, line.slice("specifier: ".length)]];
  });
}

/** `resolution: {integrity: …, tarball: …}` on one line. */
const inline = {
  integrity: /\bintegrity: ([^\s,}]+)/,
  repo: /\brepo: ([^\s,}]+)/,
  tarball: /\btarball: ([^\s,}]+)/,
};

function entryOf(block: IndentedBlock): readonly LockEntry[] {
  const key = unquoted(block.header);
  const named = /^\/?(@[^/@]+\/[^/@]+|[^/@]+)[@/]([^(_]*)/.exec(key);
  if (named === null) return [];
  const resolution = block.lines.find((line) => line.startsWith("resolution:")) ?? "";
  const field = (name: keyof typeof inline) =>
    inline[name].exec(resolution)?.[1] ?? fieldOf(block, name);
  const optional = block.lines.some((line) => /^(os|cpu|optional):/.test(line));
  return [
    {
      name: named[1] ?? "",
      version: named[2] ?? "",
      hosts: hostsOf(field("tarball"), field("repo"), named[2]),
      digests: integrityDigests(field("integrity")),
      // pnpm does not fetch an optional package for another system, and says this of all of them.
      installScript: block.lines.includes("requiresBuild: true") && !optional,
      optional,
      startLine: block.startLine,
      endLine: block.endLine,
    },
  ];
}
