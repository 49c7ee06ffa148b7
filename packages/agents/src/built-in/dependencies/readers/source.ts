import type { Source } from "./reading.ts";

const commitId = /(^|[#@=])([0-9a-f]{40}|[0-9a-f]{64})$/i;

/** The host of an address, also of `git+https://…` and `user@host:path`; null when there is none. */
export function hostOf(address: string): string | null {
  const plain = /^https?:\/\/([a-z0-9.-]+)\//.exec(address)?.[1];
  if (plain !== undefined) return plain;
  const bare = address.replace(/^(git|registry|sparse|hg|svn|bzr)\+/, "");
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(bare) && URL.canParse(bare)) {
    return new URL(bare).host.toLowerCase() || null;
  }
  return /^[\w.-]+@([\w.-]+):/.exec(bare)?.[1]?.toLowerCase() ?? null;
}

export function hostsOf(...addresses: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(addresses.flatMap((address) => hostOf(address ?? "") ?? []))];
}

/** A git address, with the revision that is asked for besides it. */
export function gitSource(url: string, revision = ""): Source {
  return { kind: "git", url, pinned: commitId.test(revision) || commitId.test(url) };
}

/** What an address points at: a git repository or a file to download. */
export function sourceOfAddress(address: string): Source {
  const git = /^(git[+:@]|ssh:)/i.test(address) || /\.git([#@?]|$)/i.test(address);
  return git ? gitSource(address) : { kind: "url", url: address };
}

/** Splits `sha512-… sha1-…` into digests by algorithm. */
export function integrityDigests(
  text: string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  return digestsOf(
    (text ?? "").split(/\s+/).flatMap((one): [string, string][] => {
      const at = one.indexOf("-");
      return at < 1 ? [] : [[one.slice(0, at), one.slice(at + 1)]];
    }),
  );
}

/** Groups digests by what they are of. */
export function digestsOf(
  pairs: Iterable<readonly [string, string]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const digests = new Map<string, Set<string>>();
  for (const [of, digest] of pairs) {
    const known = digests.get(of);
    if (known === undefined) digests.set(of, new Set([digest]));
    else known.add(digest);
  }
  return digests;
}
