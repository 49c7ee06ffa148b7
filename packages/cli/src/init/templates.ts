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
};

/** The starter workflows, each with the files that it takes. */
export const templates = {
  "pr-review": ["pr-review.yml"],
  "pr-review-forks": ["pr-review-forks-analyze.yml", "pr-review-forks-publish.yml"],
} as const satisfies Readonly<Record<string, readonly (keyof typeof files)[]>>;

export type TemplateName = keyof typeof templates;

/** A workflow as it is written into a repository. */
export async function fillTemplate(
  file: (typeof templates)[TemplateName][number],
  { organisation, ref, defaultBranch }: Placeholders,
): Promise<string> {
  const template = await readFile(files[file], "utf8");
  return template
    .replaceAll("$default-branch", () => branchPattern(defaultBranch))
    .replace(/\borg\/swarm-actions\/([\w-]+)@v1\b/g, (_, action) => {
      return `${organisation}/swarm-actions/${action}@${ref}`;
    });
}

/** A branch's name among `branches:`, where some characters stand for others. */
function branchPattern(name: string): string {
  if (/^[a-z][\w./-]*$/i.test(name) && !/^(true|false|null|yes|no|on|off)$/i.test(name))
    return name;
  return JSON.stringify(name.replace(/[*?+[\]!]/g, "\\$&"));
}
