import { appsAndChecksExplained } from "./explained/apps-and-checks.ts";
import { issuesExplained } from "./explained/issues.ts";
import { pullRequestsExplained } from "./explained/pull-requests.ts";
import { repositoriesExplained } from "./explained/repositories.ts";
import { rightsExplained } from "./explained/rights.ts";
import type { Explanation } from "./explanation.ts";

/** Every difference that is meant, with the reason. One that no longer occurs fails the test, too. */
export const explanations: readonly Explanation[] = [
  ...rightsExplained,
  ...repositoriesExplained,
  ...issuesExplained,
  ...pullRequestsExplained,
  ...appsAndChecksExplained,
];
