import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type ActionFolder, findActions } from "../find-actions.ts";
import { NoPlaceError, replacePart } from "./generated-parts.ts";
import {
  type ActionDescription,
  actionTable,
  describeAction,
  inputTable,
  outputTable,
} from "./tables.ts";
import { workflowTables } from "./workflow-tables.ts";

/** A document that holds something made from `action.yml`: as it is, and as it should be. */
export interface GeneratedDocument {
  /** From the project's top. */
  readonly path: string;
  readonly present: string;
  readonly wanted: string;
}

/** Every README with tables made from an `action.yml`. @throws NoPlaceError naming the document */
export function findDocuments(top: string): readonly GeneratedDocument[] {
  const actions = new Map(
    findActions(top).map((action) => [
      action,
      describeAction(read(top, `${action.folder}/action.yml`)),
    ]),
  );
  const homes = Map.groupBy(actions, ([{ home }]) => home);
  const own = [...homes].map(([home, parts]) => {
    const tables = parts.map(([{ part }, action]) => partsOf(action, part));
    return documentAt(top, `${home}/README.md`, Object.assign({}, ...tables, starterOf(top, home)));
  });
  const project = documentAt(top, "README.md", { actions: actionTable(actions) });
  return [...own, project, ...workflowDocuments(top)];
}

/** Those that are meant to be called by others than ourselves. */
const called = ["swarm", "swarm-hierarchical", "swarm-mesh"];

function workflowDocuments(top: string): readonly GeneratedDocument[] {
  const files = called.map((name) => [name, `.github/workflows/${name}.yml`] as const);
  if (files.some(([, file]) => !existsSync(join(top, file)))) return [];
  const texts = new Map(files.map(([name, file]) => [name, read(top, file)]));
  return [documentAt(top, "docs/workflows.md", workflowTables(texts))];
}

/** The tables of an action; those of a part of another are named after it, as `plan-inputs`. */
function partsOf(
  { inputs, outputs }: ActionDescription,
  part: ActionFolder["part"],
): Readonly<Record<string, string>> {
  const prefix = part === null ? "" : `${part}-`;
  return {
    ...(inputs.length === 0 ? {} : { [`${prefix}inputs`]: inputTable(inputs) }),
    ...(outputs.length === 0 ? {} : { [`${prefix}outputs`]: outputTable(outputs) }),
  };
}

/** The starter workflow of an action that has one, to copy; the original is what is checked. */
function starterOf(top: string, folder: string): Readonly<Record<string, string>> {
  const file = `workflow-templates/${basename(folder)}.yml`;
  if (!existsSync(join(top, file))) return {};
  const workflow = read(top, file).replaceAll("$default-branch", "main");
  return { workflow: `\`\`\`yaml\n${workflow}\`\`\`` };
}

function documentAt(
  top: string,
  path: string,
  parts: Readonly<Record<string, string>>,
): GeneratedDocument {
  const present = existsSync(join(top, path)) ? read(top, path) : "";
  try {
    const wanted = Object.entries(parts).reduce(
      (text, [name, content]) => replacePart(text, name, content),
      present,
    );
    return { path, present, wanted };
  } catch (error) {
    if (error instanceof NoPlaceError) throw new NoPlaceError(`${path}: ${error.message}`);
    throw error;
  }
}

function read(top: string, path: string): string {
  return readFileSync(join(top, path), "utf8");
}
