import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** An action of this project: a folder of `actions/`, or one in it that shares its build. */
export interface ActionFolder {
  /** As workflows name it after the repository: `swarm-fanout`, `swarm-fanout/plan`. */
  readonly name: string;
  /** From the project's top. */
  readonly folder: string;
  /** The folder that holds its README.md and its build, from the project's top; often its own. */
  readonly home: string;
  /** What it is called within its home; null for the action whose home it is. */
  readonly part: string | null;
}

/** Every action below `top`, each home before its parts. */
export function findActions(top: string): readonly ActionFolder[] {
  return foldersIn(join(top, "actions")).flatMap((name) => {
    const home = `actions/${name}`;
    const parts = foldersIn(join(top, home)).map((part) => ({
      name: `${name}/${part}`,
      folder: `${home}/${part}`,
      home,
      part,
    }));
    return [{ name, folder: home, home, part: null }, ...parts].filter(({ folder }) =>
      existsSync(join(top, folder, "action.yml")),
    );
  });
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
    .map(({ name }) => name)
    .sort();
}
