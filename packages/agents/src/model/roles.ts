import type { Category } from "@swarm-actions/review";

/** What each role judges; its prompt is the Markdown file of the same name. */
export const roles = {
  correctness: ["correctness"],
  maintainability: ["documentation", "maintainability"],
  performance: ["performance"],
  security: ["dependencies", "security"],
  tests: ["tests"],
} as const satisfies Record<string, readonly Category[]>;

export type Role = keyof typeof roles;

export const roleNames = [
  "correctness",
  "maintainability",
  "performance",
  "security",
  "tests",
] as const;
