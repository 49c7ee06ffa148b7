import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { top } from "../top.ts";

/** Something that ships as one folder of JavaScript: the CLI, or an action. */
export interface Bundle {
  /** `cli`, or that of the action's folder. */
  readonly name: string;
  readonly kind: "command" | "action";
  readonly folder: string;
  readonly entry: string;
}

export function findBundles(): Bundle[] {
  const actions = join(top, "actions");
  const names = existsSync(actions) ? readdirSync(actions) : [];
  const all = [
    bundleOf("cli", "command", join(top, "packages/cli")),
    ...names.map((name) => bundleOf(name, "action", join(actions, name))),
  ];
  return all.filter(({ entry }) => existsSync(entry));
}

function bundleOf(name: string, kind: Bundle["kind"], folder: string): Bundle {
  return { name, kind, folder, entry: join(folder, "src/index.ts") };
}
