import type { ReviewTask } from "@swarm-actions/review";
import { lockfileOf, manifestOf } from "./entries.ts";
import type { Ecosystem, LockEntry, Named } from "./readers/reading.ts";
import { hostOf } from "./readers/source.ts";
import { type ReviewedFile, reviewedFiles, type SideReading } from "./reviewed.ts";

/** The domains of the public registries, which are used where a file names no host. */
const publicDomains: Readonly<Record<Ecosystem, readonly string[]>> = {
  cargo: ["crates.io", "github.com"],
  go: [],
  npm: ["npmjs.org", "yarnpkg.com"],
  python: ["pypi.org", "pythonhosted.org", "python.org"],
};

export function isPublicRegistry(ecosystem: Ecosystem, host: string): boolean {
  return publicDomains[ecosystem].some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** A host that a file names, and where. */
export interface Address {
  readonly host: string;
  readonly of: { readonly entry: LockEntry } | { readonly index: Named };
}

/** Tells whether the file used a host before the change. */
export function hostsBefore({ before, reader }: ReviewedFile): (host: string) => boolean {
  const named = new Set(hostsIn(before));
  return (host) => (named.size === 0 ? isPublicRegistry(reader.ecosystem, host) : named.has(host));
}

function hostsIn(side: SideReading): readonly string[] {
  const locked = lockfileOf(side).entries.flatMap(({ hosts }) => hosts);
  const indexes = manifestOf(side).indexes.flatMap(({ name }) => hostOf(name) ?? []);
  return [...locked, ...indexes];
}

/** Every address in the file now, but for those a manifest of the change declares itself. */
export function addressesOf({ after }: ReviewedFile, task: ReviewTask): readonly Address[] {
  const declared = declaredAddresses(task);
  const locked = lockfileOf(after).entries.flatMap((entry) =>
    declared.has(entry.name) ? [] : entry.hosts.map((host) => ({ host, of: { entry } })),
  );
  const indexes = manifestOf(after).indexes.flatMap((index) => {
    const host = hostOf(index.name);
    return host === null ? [] : [{ host, of: { index } }];
  });
  return [...locked, ...indexes];
}

/** What a manifest itself takes from an address is told at the manifest. */
function declaredAddresses(task: ReviewTask): ReadonlySet<string> {
  const requirements = reviewedFiles(task).flatMap(({ after }) => manifestOf(after).requirements);
  const elsewhere = requirements.filter(
    ({ source }) => source.kind === "git" || source.kind === "url",
  );
  return new Set(elsewhere.map(({ name }) => name));
}
