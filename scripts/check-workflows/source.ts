import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { findActions } from "../find-actions.ts";

/** A file that GitHub runs, or that someone's GitHub will. */
export interface Source {
  /** From the project's top. */
  readonly path: string;
  readonly kind: "workflow" | "template" | "action";
  /** As GitHub will read it: a template's placeholders are filled in, line for line. */
  readonly text: string;
}

/** Something wrong in a source, by whose judgement, and where. */
export interface Fault {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** `judge/rule`. */
  readonly rule: string;
  readonly message: string;
}

const folders = { workflow: ".github/workflows", template: "workflow-templates" } as const;

/** Every workflow, template and action below `top`. */
export function findSources(top: string): readonly Source[] {
  const workflows = (["workflow", "template"] as const).flatMap((kind) =>
    filesIn(join(top, folders[kind]))
      .filter((name) => /\.ya?ml$/.test(name))
      .map((name) => readSource(top, `${folders[kind]}/${name}`, kind)),
  );
  const actions = findActions(top).map(({ folder }) =>
    readSource(top, `${folder}/action.yml`, "action"),
  );
  return [...workflows, ...actions];
}

function readSource(top: string, path: string, kind: Source["kind"]): Source {
  const text = readFileSync(join(top, path), "utf8");
  return { path, kind, text: kind === "template" ? fillPlaceholders(text) : text };
}

/** What GitHub puts in when someone picks the template, and a branch name for each of its kind. */
const placeholders: ReadonlyMap<string, string> = new Map([
  ["$default-branch", "main"],
  ["$protected-branches", "main, release"],
  ["$cron-daily", "30 4 * * *"],
  ["$cron-weekly", "30 4 * * 1"],
]);

export function fillPlaceholders(text: string): string {
  return [...placeholders].reduce((filled, [name, value]) => filled.replaceAll(name, value), text);
}

/** The address at which GitHub would find the file, for judges that look at nothing else. */
export function addressOf({ path, kind }: Source): string {
  return kind === "template" ? `.github/workflows/${basename(path)}` : path;
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (error instanceof Error && "code" in error && /ENOENT|ENOTDIR/.test(String(error.code))) {
      return [];
    }
    throw error;
  }
}
