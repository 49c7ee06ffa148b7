import { knownActions } from "../known-actions.ts";
import { type Entry, faultAt, type Outline, textOf } from "../outline.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

/** Ours by their release tag, others' by the commit of a release that the comment names. */
export const pinnedActions: Rule = (outline) =>
  [...outline.steps, ...outline.jobs]
    .flatMap(({ entries }) => entries.filter(({ name }) => name === "uses"))
    .flatMap((entry) => faultsOf(outline, entry));

function faultsOf(outline: Outline, { line, value }: Entry): readonly Fault[] {
  const uses = textOf(value) ?? "";
  if (/^(\.\/|\$\/|org\/swarm-actions\/[\w./-]+@v\d+$)/.test(uses)) return [];
  const comment = /\s#\s*(v\d+\.\d+\.\d+)\s*$/.exec(outline.lines[line - 1] ?? "")?.[1];
  const [name = "", sha = ""] = uses.split("@");
  const fault = (message: string): readonly Fault[] => [
    faultAt(outline, line, "pinned-actions", message),
  ];
  if (!/^[0-9a-f]{40}$/.test(sha)) return fault(`pin ${name} to the full commit of a release`);
  if (comment === undefined) return fault(`name the release of ${name} behind it, as "# v1.2.3"`);
  const known = knownActions.get(name);
  if (known === undefined)
    return fault(`${name} is not in scripts/check-workflows/known-actions.ts`);
  if (known.sha === sha && known.version === comment) return [];
  return fault(`${name} is used at ${known.version}, which is ${known.sha}`);
}
