import type { PullRequest } from "../../state/model.ts";

export function stateOf({ issue, merged }: PullRequest): "OPEN" | "CLOSED" | "MERGED" {
  if (merged !== null) return "MERGED";
  return issue.state === "open" ? "OPEN" : "CLOSED";
}
