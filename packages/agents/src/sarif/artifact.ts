import { posix } from "node:path";
import { repositoryPaths } from "../reported/repository-path.ts";
import type { SarifArtifactLocation, SarifRun } from "./log.ts";

const deepestChain = 16;

/** Names that tools give to the folder that holds the repository. */
const rootNames = /^%?(src_?root|repo_?root|project_?root|root_?path|workspace|pwd)%?$/i;

/** The repository paths an artifact location may mean; empty when it lies outside. */
export function artifactPaths(
  location: SarifArtifactLocation | undefined,
  run: SarifRun,
  roots: readonly string[],
): readonly string[] {
  const known = location && (location.uri === undefined ? artifactAt(location, run) : location);
  if (known?.uri === undefined) return [];
  const { uri, uriBaseId } = known;
  if (isAbsolute(uri)) return repositoryPaths(uri, [...roots, ...otherCheckouts(run)]);
  if (uriBaseId === undefined) return repositoryPaths(uri, roots);
  return relativeToBase(uri, uriBaseId, run, roots);
}

function artifactAt(location: SarifArtifactLocation, run: SarifRun): SarifArtifactLocation {
  return (
    (location.index === undefined ? undefined : run.artifacts?.[location.index]?.location) ?? {}
  );
}

/** Follows the chain of bases up to one that is absolute or stands for the repository. */
function relativeToBase(
  uri: string,
  baseId: string,
  run: SarifRun,
  roots: readonly string[],
): readonly string[] {
  let joined = uri;
  let id: string | undefined = baseId;
  for (let depth = 0; id !== undefined && depth < deepestChain; depth++) {
    const base: SarifArtifactLocation | undefined = baseOf(id, run);
    if (base?.uri === undefined || rootNames.test(id)) return repositoryPaths(joined, roots);
    joined = `${base.uri.replace(/(?<![/\\])[/\\]*$/, "/")}${joined}`;
    if (isAbsolute(base.uri)) return repositoryPaths(joined, [...roots, ...otherCheckouts(run)]);
    id = base.uriBaseId;
  }
  return id === undefined ? repositoryPaths(joined, roots) : [];
}

/** A report made elsewhere says there where its checkout was. */
function otherCheckouts(run: SarifRun): readonly string[] {
  return Object.entries(run.originalUriBaseIds ?? {}).flatMap(([id, base]) =>
    rootNames.test(id) && base.uri !== undefined && isAbsolute(base.uri)
      ? [folderOf(base.uri)]
      : [],
  );
}

function folderOf(uri: string): string {
  const path = uri.replace(/^file:(\/\/[^/]*)?/, "");
  try {
    return posix.normalize(decodeURIComponent(path));
  } catch {
    // Not encoded: the name holds a bare `%`.
    return posix.normalize(path);
  }
}

function baseOf(id: string, run: SarifRun): SarifArtifactLocation | undefined {
  const bases = run.originalUriBaseIds;
  return bases !== undefined && Object.hasOwn(bases, id) ? bases[id] : undefined;
}

function isAbsolute(uri: string): boolean {
  return uri.startsWith("/") || uri.startsWith("\\") || /^[a-z][a-z0-9+.-]*:/i.test(uri);
}
