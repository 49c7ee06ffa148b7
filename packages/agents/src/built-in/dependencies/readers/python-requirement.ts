import type { Source } from "./reading.ts";
import { sourceOfAddress } from "./source.ts";

/** A requirement as pip and PEP 508 write it. */
export interface PythonRequirement {
  /** Normalised: lower case, `-` for `_` and `.`. */
  readonly name: string;
  readonly spec: string;
  readonly source: Source;
}

/** Null for what is not a requirement. */
export function parseRequirement(text: string): PythonRequirement | null {
  const [before = ""] = text.split(/\s;|;\s|\s#/);
  const bare = before.trim();
  const direct = /^(-e\s+|--editable[ =])?((git|hg|svn|bzr)\+|https?:\/\/)/.exec(bare);
  if (direct !== null) {
    const address = bare.slice(direct[1]?.length ?? 0);
    return { name: nameInAddress(address), spec: "", source: sourceOfAddress(address) };
  }
  // `s` lets the last part match anything, so that nothing is ever tried twice.
  const named = /^([A-Za-z0-9][\w.-]*)\s*(\[[^\]]*\])?\s*(.*)$/s.exec(bare);
  if (named === null) return null;
  const name = normalised(named[1] ?? "");
  const rest = (named[3] ?? "").trim();
  if (!rest.startsWith("@")) return { name, spec: rest, source: { kind: "registry" } };
  const address = rest.slice(1).trim();
  const local = address.startsWith("file:") || !/^[\w+.-]+:/.test(address);
  return { name, spec: "", source: local ? { kind: "path" } : sourceOfAddress(address) };
}

export function normalised(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

function nameInAddress(address: string): string {
  const egg = /[#&]egg=([\w.-]+)/.exec(address)?.[1];
  return normalised(egg ?? address.split(/[@#?]/)[0]?.split("/").at(-1) ?? address);
}
