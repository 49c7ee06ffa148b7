import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { findActions } from "../find-actions.ts";
import { top } from "../top.ts";

/** Something that ships as one folder of JavaScript: the CLI, or an action. */
export interface Bundle {
  /** `cli`, or that of the action's folder. */
  readonly name: string;
  readonly kind: "command" | "action";
  readonly folder: string;
  readonly entry: string;
  /** More files by which it is entered, such as `plan.js`; it goes by the name it was called by. */
  readonly doors: readonly string[];
}

export function findBundles(): Bundle[] {
  const actions = findActions(top);
  const homes = actions.filter(({ part }) => part === null);
  const all = [
    bundleOf("cli", "command", join(top, "packages/cli"), []),
    ...homes.map(({ name, home }) => {
      const parts = actions.filter((action) => action.home === home && action.part !== null);
      const doors = parts.map(({ folder }) => doorOf(join(top, folder, "action.yml")));
      return bundleOf(name, "action", join(top, home), doors);
    }),
  ];
  return all.filter(({ entry }) => existsSync(entry));
}

/** What a part of an action runs of the build of its home: `main: ../dist/plan.js`. */
function doorOf(manifest: string): string {
  const { runs } = parse(readFileSync(manifest, "utf8"));
  const door = basename(String(runs?.main));
  if (runs?.main === `../dist/${door}`) return door;
  throw new Error(`${manifest}: \`main\` must be a file of ../dist`);
}

function bundleOf(
  name: string,
  kind: Bundle["kind"],
  folder: string,
  doors: Bundle["doors"],
): Bundle {
  return { name, kind, folder, entry: join(folder, "src/index.ts"), doors };
}
