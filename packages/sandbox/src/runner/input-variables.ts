import { CodedError } from "@swarm-actions/core";
import type { ActionManifest } from "./action-manifest.ts";

/** Values of the `github` context, by name: what `${{ github.NAME }}` stands for in a default. */
export type GithubContext = ReadonlyMap<string, string>;

export interface InputVariables {
  readonly variables: Readonly<Record<string, string>>;
  /** What the runner would warn of. */
  readonly warnings: readonly string[];
}

/**
 * The `INPUT_*` variables of a step: what its workflow gives, and the default of everything else that
 * the action declares. As on GitHub nobody checks `required` before the action does.
 */
export function inputVariables(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  context: GithubContext,
): InputVariables {
  const variables: Record<string, string> = {};
  for (const [name, value] of manifest.inputs) variables[nameOf(name)] = evaluate(value, context);
  for (const [name, value] of Object.entries(given)) variables[nameOf(name)] = value;
  return { variables, warnings: warningsOf(manifest, Object.keys(given)) };
}

function nameOf(input: string): string {
  return `INPUT_${input.replaceAll(" ", "_").toUpperCase()}`;
}

function evaluate(value: string, context: GithubContext): string {
  return value.replace(/\$\{\{([^}]*)\}\}/g, (whole, inner: string) => {
    const [, name] = /^\s*github\.([a-z_]+)\s*$/.exec(inner) ?? [];
    if (name !== undefined) return context.get(name) ?? "";
    throw new CodedError("sandbox/unknown-expression", `\`${whole}\` is not understood here`, {
      fix: "Let only values of the `github` context stand in the default of an input.",
    });
  });
}

function warningsOf(manifest: ActionManifest, given: readonly string[]): string[] {
  const known = [...manifest.inputs.keys()];
  const folded = new Set(known.map((name) => name.toLowerCase()));
  const unexpected = given.filter((name) => !folded.has(name.toLowerCase()));
  const deprecated = given.flatMap((name) => {
    const message = manifest.deprecated.get(name);
    return message === undefined
      ? []
      : [`Input '${name}' has been deprecated with message: ${message}`];
  });
  if (unexpected.length === 0) return deprecated;
  const names = `valid inputs are ['${known.join("', '")}']`;
  return [...deprecated, `Unexpected input(s) '${unexpected.join("', '")}', ${names}`];
}
