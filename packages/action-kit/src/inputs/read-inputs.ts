import { CodedError } from "@swarm-actions/core";
import type { Input } from "./input.ts";

type Inputs = Readonly<Record<string, Input<unknown>>>;
/** What declared inputs are when they were read. */
export type ValuesOf<I extends Inputs> = {
  readonly [Name in keyof I]: I[Name] extends Input<infer T> ? T : never;
};

/** Inputs as they were declared, and which of their texts nobody may see. */
export interface ReadInputs<I extends Inputs> {
  readonly values: ValuesOf<I>;
  readonly secrets: readonly string[];
}

/**
 * Reads every declared input once; an empty one means its default.
 * @throws CodedError `action/invalid-input` that names every wrong one
 */
export function readInputs<I extends Inputs>(
  declared: I,
  variables: Readonly<Record<string, string | undefined>>,
): ReadInputs<I> {
  const faults: Fault[] = [];
  const secrets: string[] = [];
  const values = Object.entries(declared).map(([name, input]) => {
    const given = variables[variableOf(name)]?.trim() || input.default;
    if (input.isSecret && given !== "") secrets.push(given);
    const reading = input.read(given);
    if ("value" in reading) return [name, reading.value];
    faults.push({ name, demand: reading.demand });
    return [name, null];
  });
  if (faults.length > 0) throw invalid(faults);
  return { values: Object.fromEntries(values), secrets };
}

interface Fault {
  readonly name: string;
  readonly demand: string;
}

/** As the runner hands an input to the action. */
function variableOf(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

/** The value is left out: it may be a secret that was passed to the wrong input. */
function invalid(faults: readonly Fault[]): CodedError {
  const what = faults.map(({ name, demand }) => `input "${name}" ${demand}`).join("; ");
  return new CodedError("action/invalid-input", what, {
    fix: `Correct ${faults.map(({ name }) => `\`with: ${name}\``).join(" and ")} in the workflow.`,
    place: `with: ${faults[0]?.name}`,
  });
}
