/** Variables that are set: what a process can be given. */
export function setVariables(
  variables: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const set: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(variables)) if (value !== undefined) set[name] = value;
  return set;
}
