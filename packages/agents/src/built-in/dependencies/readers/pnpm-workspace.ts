import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import { npmSource } from "./npm-manifest.ts";
import { type Named, noManifest, type Reader, type Requirement } from "./reading.ts";

/** `pnpm-workspace.yaml`: versions that all packages share, and who may run install scripts. */
export const pnpmWorkspace: Reader = {
  ecosystem: "npm",
  role: "manifest",
  lockedBy: ["pnpm-lock.yaml"],
  reads: (name) => name === "pnpm-workspace.yaml",
  read(text) {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const [error] = document.errors;
    if (error !== undefined) throw error;
    const lineOf = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line;
    const at = (...path: string[]): unknown => document.getIn(path, true);
    const catalogs = [at("catalog"), ...pairsOf(at("catalogs")).map(({ value }) => value)];
    const manifest = {
      ...noManifest,
      requirements: [
        ...catalogs.flatMap((catalog) => requirementsOf("runtime", catalog, lineOf)),
        ...requirementsOf("override", at("overrides"), lineOf),
      ],
      allowedBuilds: [
        ...namesOf(at("onlyBuiltDependencies"), lineOf),
        ...allowedIn(at("allowBuilds"), lineOf),
      ],
      private: true,
    };
    return { manifest, lockfile: null };
  },
};

type LineOf = (node: Node) => number;

function pairsOf(node: unknown): readonly Pair[] {
  return isMap(node) ? node.items : [];
}

function requirementsOf(
  group: Requirement["group"],
  node: unknown,
  lineOf: LineOf,
): readonly Requirement[] {
  return pairsOf(node).flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value)) return [];
    const spec = String(value.value);
    return [{ name: String(key.value), group, spec, source: npmSource(spec), line: lineOf(key) }];
  });
}

function namesOf(node: unknown, lineOf: LineOf): readonly Named[] {
  return (isSeq(node) ? node.items : []).flatMap((item) =>
    isScalar(item) ? [{ name: String(item.value), line: lineOf(item) }] : [],
  );
}

function allowedIn(node: unknown, lineOf: LineOf): readonly Named[] {
  return pairsOf(node).flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) && value.value === true
      ? [{ name: String(key.value), line: lineOf(key) }]
      : [],
  );
}
