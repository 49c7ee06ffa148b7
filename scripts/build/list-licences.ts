import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { RolldownOutput } from "rolldown";
import { top } from "../top.ts";

interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

const licenceFile = /^(licen[cs]e|notice|copying)([-.].*)?$/i;

/** The licence of every package of others that has a part in the bundle, with its text and notices. */
export function listLicences(output: RolldownOutput["output"]): string {
  const folders = new Map<string, Package | null>();
  const packages = new Map<string, Package>();
  for (const file of output.flatMap(filesIn)) {
    const found = packageOf(dirname(file), folders);
    if (found !== null) packages.set(`${found.name}@${found.version}`, found);
  }
  const sorted = [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([title, found]) => describe(title, found)).join("\n\n");
}

/** The sources that something was taken from. */
function filesIn(written: RolldownOutput["output"][number]): string[] {
  const files =
    written.type === "asset"
      ? written.originalFileNames.map((name) => join(top, name))
      : Object.entries(written.modules).flatMap(([id, { renderedLength }]) =>
          renderedLength > 0 ? [id] : [],
        );
  return files.filter((file) => file.includes("/node_modules/"));
}

function packageOf(folder: string, known: Map<string, Package | null>): Package | null {
  const before = known.get(folder);
  if (before !== undefined) return before;
  const found = readPackage(folder) ?? (folder === top ? null : packageOf(dirname(folder), known));
  known.set(folder, found);
  return found;
}

/** Null as well for a `package.json` that only says how the files beside it are to be read. */
function readPackage(folder: string): Package | null {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return null;
  const { name, version, license } = JSON.parse(readFileSync(file, "utf8"));
  return name === undefined || version === undefined ? null : { folder, name, version, license };
}

function describe(title: string, { folder, license }: Package): string {
  const files = readdirSync(folder).filter((name) => licenceFile.test(name));
  const texts = files.map((name) => readFileSync(join(folder, name), "utf8").trim());
  return [title, license ?? "see below", "", ...texts].join("\n");
}
