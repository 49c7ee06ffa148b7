import { isBuiltin } from "node:module";
import type { RolldownOutput } from "rolldown";

/** Asked for only behind a proxy that wants Kerberos, where its absence is caught and explained. */
export const optional: ReadonlySet<string> = new Set(["kerberos"]);

const requireOf = /\b__require\(["'`]([^"'`]+)["'`]\)/g;
/** Given to somebody else, as UMD modules do, so that nobody knows what will be asked for. */
const passedOn = /\(__require[,)]/;

/** @throws Error naming an import that would fail on a machine which has nothing but the bundle */
export function refuseMissing(output: RolldownOutput["output"]): void {
  const own = new Set(output.map(({ fileName }) => fileName));
  for (const file of output) {
    if (file.type === "asset") continue;
    if (passedOn.test(file.code)) throw new Error(`${file.fileName}: passes its require on`);
    const required = [...file.code.matchAll(requireOf)].map(([, id = ""]) => id);
    const missing = [...file.imports, ...file.dynamicImports, ...required].find(
      (id) => !own.has(id) && !isBuiltin(id) && !optional.has(id),
    );
    if (missing === undefined) continue;
    throw new Error(`${file.fileName}: "${missing}" was not found when bundling`);
  }
}
