import { agentDefinition, builtInAgents } from "@swarm-actions/agents";
import { nearest } from "@swarm-actions/core";
import { z } from "zod";
import { builtInSection } from "./built-in-section.ts";
import { githubSection, publishSection } from "./publish-section.ts";
import { reviewSection } from "./review-section.ts";
import { faultsOfStandIns } from "./stand-ins.ts";

const agentName = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "an agent's name is kebab-case, such as `eslint`");

/** `.github/swarm.yml`. */
export const configSchema = z
  .strictObject({
    review: reviewSection.describe("How changes are reviewed."),
    "built-in": builtInSection.describe("The reviewers that need no model; all on by default."),
    agents: z
      .record(agentName, agentDefinition)
      .default({})
      .describe("Further agents by name: linters, rules of your own, models."),
    publish: publishSection.describe("What is written on a pull request."),
    github: githubSection.describe("How much of GitHub's limits a run may use."),
  })
  .superRefine(({ review, agents }, context) => {
    for (const name of Object.keys(agents)) {
      if (!builtInAgents.some((one) => one.name === name)) continue;
      const message = `"${name}" is a built-in reviewer; settle it under \`built-in\``;
      context.addIssue({ code: "custom", path: ["agents", name], message });
    }
    for (const [name, fault] of faultsOfStandIns(agents)) {
      context.addIssue({ code: "custom", path: ["agents", name, "stand-in"], message: fault });
    }
    for (const id of Object.keys(review.rules)) {
      const message = faultOfRuleId(id);
      if (message !== null) {
        context.addIssue({ code: "custom", path: ["review", "rules", id], message });
      }
    }
  });

/** Only ids of built-ins can be checked here: what rules a linter has is known when it speaks. */
function faultOfRuleId(id: string): string | null {
  const [agent = "", rule] = id.split("/");
  if (rule === undefined) return 'a rule is written "agent/rule" or "agent/*"';
  const builtIn = builtInAgents.find(({ name }) => name === agent);
  const known = builtIn?.rules.map((doc) => doc.id) ?? [];
  if (builtIn === undefined || rule === "*" || known.includes(id)) return null;
  const near = nearest(id, known);
  return `no such rule${near === null ? `; see \`agents list\`` : `; did you mean "${near}"?`}`;
}
