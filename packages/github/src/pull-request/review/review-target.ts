import type { PublicationPlan } from "@swarm-actions/publication";

/** The pull request that a plan is carried out on. */
export type ReviewTarget = Pick<
  PublicationPlan,
  "owner" | "repository" | "number" | "pullRequestNodeId"
>;
