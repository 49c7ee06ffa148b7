import { lstat, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { configJsonSchema, starterConfig } from "@swarm-actions/config";
import { CodedError } from "@swarm-actions/core";
import { fillTemplate, type Placeholders, type TemplateName, templates } from "./templates.ts";

/** A file to be written: as it is, and as it will be. */
export interface PlannedFile {
  /** From the repository's top. */
  readonly path: string;
  /** Null when there is none yet. */
  readonly before: string | null;
  readonly after: string;
  /** Made by a program for programs; nobody reads its difference. */
  readonly generated: boolean;
}

/** What `init` would write into a repository that differs from what is there. */
export async function planFiles(
  top: string,
  template: TemplateName,
  placeholders: Placeholders,
): Promise<readonly PlannedFile[]> {
  const planned: PlannedFile[] = [];
  const { files, asksAgents } = templates[template];
  for (const file of files) {
    const after = await fillTemplate(file, placeholders);
    planned.push(await planFile(top, `.github/workflows/${file}`, after));
  }
  if (asksAgents) planned.push(...(await planSettings(top)));
  return planned.filter(({ before, after }) => before !== after);
}

/** Settings that are there are their owner's; only where there are none are they begun. */
async function planSettings(top: string): Promise<readonly PlannedFile[]> {
  for (const path of [".github/swarm.yml", ".github/swarm.yaml"]) {
    if ((await readIfThere(top, path)) !== null) return [];
  }
  const schema = `${JSON.stringify(await configJsonSchema(), null, 2)}\n`;
  return [
    await planFile(top, ".github/swarm.yml", starterConfig),
    await planFile(top, ".github/swarm.schema.json", schema, true),
  ];
}

async function planFile(
  top: string,
  path: string,
  after: string,
  generated = false,
): Promise<PlannedFile> {
  return { path, before: await readIfThere(top, path), after, generated };
}

/** @throws CodedError `init/odd-file` for a link, which could lead out of the repository */
async function readIfThere(top: string, path: string): Promise<string | null> {
  await refuseLinks(top, path);
  try {
    return await readFile(join(top, path), "utf8");
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function refuseLinks(top: string, path: string): Promise<void> {
  if (path === ".") return;
  await refuseLinks(top, dirname(path));
  const found = await lstat(join(top, path)).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (found === null || found.isFile() || found.isDirectory()) return;
  throw new CodedError("init/odd-file", "this is a link, which may lead out of the repository", {
    fix: "Replace it by what it links to, and run `init` again.",
    place: path,
  });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
