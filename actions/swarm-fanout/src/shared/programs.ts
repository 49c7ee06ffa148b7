import { harmlessVariables, type Kit } from "@swarm-actions/action-kit";

/** What programs and agents may see: nothing by which they could speak in the job's name. */
export function programVariables(
  { environment: { variables } }: Pick<Kit, "environment">,
  token: string,
): Readonly<Record<string, string | undefined>> {
  return harmlessVariables(variables, [token, variables.ACTIONS_RUNTIME_TOKEN ?? ""]);
}
