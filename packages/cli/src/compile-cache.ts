import { mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { isAbsolute, join } from "node:path";

/**
 * Lets Node keep what it compiles from one run to the next, so that the next one starts sooner. It
 * goes into the user's own cache folder: code in a folder that others can write to, such as the
 * temporary one, could be theirs. Where that folder cannot be written, nothing is kept; nor in CI,
 * where a machine is often gone before the next run and writing would only cost time.
 */
export function keepCompiledCode(environment: NodeJS.ProcessEnv): void {
  const { CI, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = environment;
  if (CI !== undefined && CI !== "") return;
  const home = HOME === undefined ? undefined : join(HOME, ".cache");
  const caches = [XDG_CACHE_HOME, LOCALAPPDATA, home].find(
    (path) => path !== undefined && isAbsolute(path),
  );
  if (caches === undefined) return;
  const own = join(caches, "swarm-actions");
  if ([caches, own].every(isFolderOrMade)) enableCompileCache(own);
}

/** One level only: asked for several at once, Node never returns where `mkdir` fails as in /proc. */
function isFolderOrMade(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EEXIST";
  }
}
