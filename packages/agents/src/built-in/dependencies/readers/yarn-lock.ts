import { fieldOf, type IndentedBlock, indentedBlocks, unquoted } from "./indented-blocks.ts";
import { type LockEntry, type Reader, Unreadable } from "./reading.ts";
import { digestsOf, hostsOf, integrityDigests } from "./source.ts";

/** `yarn.lock`, of yarn 1 and of later versions. */
export const yarnLock: Reader = {
  ecosystem: "npm",
  role: "lockfile",
  lockedBy: [],
  reads: (name) => name === "yarn.lock",
  read(text) {
    if (/^(<{7} |>{7} )/m.test(text)) throw new Unreadable("merge markers");
    const blocks = [...indentedBlocks(text.split(/\r?\n/), 0)];
    const own = blocks.filter((block) => fieldOf(block, "linkType") === "soft");
    const modern = blocks.some(({ header }) => header === "__metadata");
    return {
      manifest: null,
      lockfile: {
        entries: blocks.flatMap(entryOf),
        stated: modern ? JSON.stringify(own.map(({ lines }) => lines)) : null,
        direct: modern ? new Set(own.flatMap(askedBy)) : null,
      },
    };
  },
};

function entryOf(block: IndentedBlock): readonly LockEntry[] {
  const descriptor = unquoted(block.header.split(",")[0]?.trim() ?? "").replaceAll('"', "");
  const name = /^(@[^/@]+\/[^@]+|[^@]+)@/.exec(descriptor)?.[1];
  const version = fieldOf(block, "version");
  if (name === undefined || version === undefined) return [];
  if (fieldOf(block, "linkType") === "soft") return [];
  const resolution = fieldOf(block, "resolution");
  return [
    {
      name,
      version,
      hosts: hostsOf(fieldOf(block, "resolved"), resolution?.slice(name.length + 1)),
      digests: digestsOf([
        ...[...integrityDigests(fieldOf(block, "integrity"))].flatMap(([algorithm, values]) =>
          [...values].map((value): [string, string] => [algorithm, value]),
        ),
        ...checksumOf(fieldOf(block, "checksum")),
      ]),
      installScript: false,
      optional: false,
      startLine: block.startLine,
      endLine: block.endLine,
    },
  ];
}

/** `10c0/…`: what stands before the slash decides what the digest is of. */
function checksumOf(checksum: string | undefined): readonly [string, string][] {
  const [before = "", after] = (checksum ?? "").split("/");
  if (before === "") return [];
  return after === undefined ? [["checksum", before]] : [[`checksum ${before}`, after]];
}

/** Names in the `dependencies:` of one of the repository's own packages. */
function askedBy({ lines }: IndentedBlock): readonly string[] {
  const from = lines.indexOf("dependencies:");
  if (from === -1) return [];
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => line.endsWith(":") || line.startsWith("languageName"));
  return rest
    .slice(0, end === -1 ? rest.length : end)
    .map((line) => unquoted(line.slice(0, Math.max(0, line.lastIndexOf(": ")))));
}
