import { isFixturePath, isVendoredPath } from "../../path-kinds.ts";
import { cargoManifest } from "./cargo-manifest.ts";
import { goMod, goSum } from "./go.ts";
import { npmLock } from "./npm-lock.ts";
import { npmManifest } from "./npm-manifest.ts";
import { pipfile, pipfileLock } from "./pipfile.ts";
import { pnpmLock } from "./pnpm-lock.ts";
import { pnpmWorkspace } from "./pnpm-workspace.ts";
import { pyproject } from "./pyproject.ts";
import type { Reader } from "./reading.ts";
import { requirements } from "./requirements.ts";
import { cargoLock, pdmLock, poetryLock, uvLock } from "./toml-lock.ts";
import { yarnLock } from "./yarn-lock.ts";

/** To support another file, write a reader and name it here. */
const readers: readonly Reader[] = [
  cargoLock,
  cargoManifest,
  goMod,
  goSum,
  npmLock,
  npmManifest,
  pdmLock,
  pipfile,
  pipfileLock,
  pnpmLock,
  pnpmWorkspace,
  poetryLock,
  pyproject,
  requirements,
  uvLock,
  yarnLock,
];

/** Who reads the file; null for other files, and for test data and copies of others' code. */
export function readerOf(path: string): Reader | null {
  if (isFixturePath(path) || isVendoredPath(path)) return null;
  const name = path.slice(path.lastIndexOf("/") + 1);
  return readers.find((reader) => reader.reads(name)) ?? null;
}
