import { faultAt, type Outline, type Step, textOf, valueAt } from "../outline.ts";
import type { Fault } from "../source.ts";
import type { Rule } from "./rule.ts";

/** An expression is put into a script's text before it is run, so whoever decides it can add commands. */
export const scripts: Rule = (outline) => outline.steps.flatMap((step) => faultsOf(outline, step));

function faultsOf(outline: Outline, step: Step): readonly Fault[] {
  const inputs = outline.entriesOf(valueAt(step.entries, "with"));
  const places = [
    ...step.entries.filter(({ name }) => name === "run"),
    ...inputs.filter(({ name }) => name === "script"),
  ];
  return places
    .filter(({ value }) => textOf(value)?.includes("${{") === true)
    .map(({ name, line }) =>
      faultAt(outline, line, "scripts", `pass the value through env, not by \${{ }} in ${name}`),
    );
}
