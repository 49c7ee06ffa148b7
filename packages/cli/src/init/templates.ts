import { readFile } from "node:fs/promises";
import type { Origin } from "@swarm-actions/git";

/** What stands in a template for what is only known in a repository. */
export interface Placeholders {
  /** Who holds the copy of swarm-actions to use. */
  readonly organisation: string;
  /** The release to use. */
  readonly ref: string;
  readonly defaultBranch: Origin["defaultBranch"];
}

// Named in full, each: the bundler carries along only what it sees named so.
const files = {
  "pr-review.yml": new URL("../../../../workflow-templates/pr-review.yml", import.meta.url),
  "pr-review-forks-analyze.yml": new URL(
    "../../../../workflow-templates/pr-review-forks-analyze.yml",
    import.meta.url,
  ),
  "pr-review-forks-publish.yml": new URL(
    "../../../../workflow-templates/pr-review-forks-publish.yml",
    import.meta.url,
  ),
  "pr-review-swarm.yml": new URL(
    "../../../../workflow-templates/pr-review-swarm.yml",
    import.meta.url,
  ),
  "security-scan.yml": new URL("../../../../workflow-templates/security-scan.yml", import.meta.url),
  "swarm.yml": new URL("../../../../workflow-templates/swarm.yml", import.meta.url),
  "test-swarm.yml": new URL("../../../../workflow-templates/test-swarm.yml", import.meta.url),
};

type TemplateFile = keyof typeof files;

interface Template {
  readonly files: readonly TemplateFile[];
  /** Whether agents are asked, which `.github/swarm.yml` may say more about. */
  readonly asksAgents: boolean;
}

/** The starter workflows, each with the files that it takes. */
export const templates = {
  "pr-review": { files: ["pr-review.yml"], asksAgents: true },
  "pr-review-forks": {
    files: ["pr-review-forks-analyze.yml", "pr-review-forks-publish.yml"],
    asksAgents: true,
  },
  "pr-review-swarm": { files: ["pr-review-swarm.yml"], asksAgents: true },
  "security-scan": { files: ["security-scan.yml"], asksAgents: true },
  swarm: { files: ["swarm.yml"], asksAgents: false },
  "test-swarm": { files: ["test-swarm.yml"], asksAgents: false },
} as const satisfies Readonly<Record<string, Template>>;

export type TemplateName = keyof typeof templates;

/** Monday morning, off the full hour, when everybody else's begin. */
const weekly = '"37 4 * * 1"';

/** A workflow as it is written into a repository. */
export async function fillTemplate(
  file: TemplateFile,
  { organisation, ref, defaultBranch }: Placeholders,
): Promise<string> {
  const template = await readFile(files[file], "utf8");
  return template
    .replaceAll("$default-branch", () => branchPattern(defaultBranch))
    .replaceAll("$cron-weekly", () => weekly)
    .replace(/\borg\/swarm-actions\/([\w./-]+)@v1\b/g, (_, path) => {
      return `${organisation}/swarm-actions/${path}@${ref}`;
    });
}

/** A branch's name among `branches:`, where some characters stand for others. */
function branchPattern(name: string): string {
  if (/^[a-z][\w./-]*$/i.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name))
    return name;
  return JSON.stringify(name.replace(/[*?+[\]!]/g, "\\$&"));
}
