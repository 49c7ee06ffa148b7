/** A whole workflow of one job that needs no token, around the steps an example is about. */
export function workflowWith(steps: string, on = "push"): Readonly<Record<string, string>> {
  const indented = steps.trimEnd().replaceAll(/^(?=.)/gm, "      ");
  const head = `on: ${on}\npermissions: {}\njobs:\n  build:\n    runs-on: ubuntu-latest\n`;
  return { ".github/workflows/ci.yml": `${head}    steps:\n${indented}\n` };
}

/** A composite action around the steps an example is about. */
export function compositeWith(steps: string): Readonly<Record<string, string>> {
  const indented = steps.trimEnd().replaceAll(/^(?=.)/gm, "    ");
  const head = "name: Greet\ndescription: Greets\ninputs:\n  who:\n    description: Whom\n";
  return { "action.yml": `${head}runs:\n  using: composite\n  steps:\n${indented}\n` };
}

/** The id of a commit, for examples that pin one. */
export const exampleSha = "0123456789abcdef0123456789abcdef01234567";
