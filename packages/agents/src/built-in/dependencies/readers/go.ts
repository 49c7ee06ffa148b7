import { noManifest, type Reader, type Requirement } from "./reading.ts";
import { digestsOf } from "./source.ts";

/** `go.mod`. A replacement by another module is taken for a git address, which it is. */
export const goMod: Reader = {
  ecosystem: "go",
  role: "manifest",
  lockedBy: ["go.sum"],
  reads: (name) => name === "go.mod",
  read(text) {
    const requirements: Requirement[] = [];
    let block = "";
    for (const [index, raw] of text.split(/\r?\n/).entries()) {
      const line = raw.replace(/\/\/.*/, "").trim();
      const opened = /^(\w+) \($/.exec(line)?.[1];
      if (opened !== undefined) block = opened;
      else if (line === ")") block = "";
      else requirements.push(...directive(block === "" ? line : `${block} ${line}`, index + 1));
    }
    return { manifest: { ...noManifest, requirements }, lockfile: null };
  },
};

function directive(text: string, line: number): readonly Requirement[] {
  const [word, name = "", ...rest] = text.split(/\s+/);
  if (word === "require" && name !== "") {
    const spec = rest[0] ?? "";
    return [{ name, group: "runtime", spec, source: { kind: "registry" }, line }];
  }
  const arrow = rest.indexOf("=>");
  if (word !== "replace" || arrow === -1) return [];
  const [target = "", spec = ""] = rest.slice(arrow + 1);
  const same = target === name;
  if (/^\.{0,2}\//.test(target)) {
    return [{ name, group: "override", spec: "", source: { kind: "path" }, line }];
  }
  const source = same
    ? ({ kind: "registry" } as const)
    : ({ kind: "git", url: `https://${target}`, pinned: true } as const);
  return [{ name, group: "override", spec, source, line }];
}

/** `go.sum`. A module's first path element is the host that it is fetched from. */
export const goSum: Reader = {
  ecosystem: "go",
  role: "lockfile",
  lockedBy: [],
  reads: (name) => name === "go.sum",
  read(text) {
    const entries = text.split(/\r?\n/).flatMap((line, index) => {
      const [name, version, digest] = line.split(" ");
      if (name === undefined || version === undefined || digest === undefined) return [];
      return [
        {
          name,
          version,
          hosts: [name.split("/")[0] ?? ""],
          digests: digestsOf([["h1", digest]]),
          installScript: false,
          optional: false,
          startLine: index + 1,
          endLine: index + 1,
        },
      ];
    });
    return { manifest: null, lockfile: { entries, stated: null, direct: new Set() } };
  },
};
