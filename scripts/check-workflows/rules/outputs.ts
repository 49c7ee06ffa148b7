import { faultAt, type Outline, textOf, valueAt } from "../outline.ts";
import { ownAction } from "../own-actions.ts";
import type { Rule } from "./rule.ts";

/** An output that an action of ours does not have is an empty text on GitHub, and nobody is told. */
export const outputs: Rule = (outline, top) => {
  const known = outputsById(outline, top);
  return outline.lines.flatMap((text, at) =>
    [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id = "", name = ""]) => known.get(id)?.has(name) === false)
      .map(([, id, name]) =>
        faultAt(outline, at + 1, "outputs", `the action of step ${id} has no output "${name}"`),
      ),
  );
};

function outputsById(outline: Outline, top: string): ReadonlyMap<string, ReadonlySet<string>> {
  const own = outline.steps.flatMap(({ entries, uses }): [string, ReadonlySet<string>][] => {
    const id = textOf(valueAt(entries, "id"));
    const action = uses === null ? null : ownAction(uses, top);
    if (id === null || action === null) return [];
    return [[id, new Set(Object.keys(action.metadata.outputs ?? {}))]];
  });
  return new Map(own);
}
