import type { Explanation } from "../explanation.ts";

export const issuesExplained: readonly Explanation[] = [
  {
    steps: /^issues\//,
    text: /^body(\[\])?\.closed_by: absent here/,
    reason: "optional in GitHub's description; the sandbox does not remember who closed an issue",
  },
  {
    steps: /^issues\/reopen$/,
    text: /^body\.state_reason: null here, string there$/,
    reason: "nullable in GitHub's description; the sandbox does not remember why",
  },
  {
    steps: /^labels\/list$/,
    text: /^body: empty list here, list there$/,
    reason: "a repository of the emulator begins with default labels, one of a seed with its own",
  },
  {
    steps: /^comments\/(by-app|list)$/,
    text: /^body(\[\])?\.performed_via_github_app: (null or )?object here, null there$/,
    reason: "GitHub names the App through which a comment was written",
  },
  {
    steps: /^comments\/list-all$/,
    text: /^status: 200 here, 404 there$/,
    reason: "the emulator takes `comments` for the number of an issue",
  },
];
