import { loadYaml } from "@swarm-actions/core";
import { z } from "zod";
import type { Config } from "./config.ts";
import { reviewSettingsOf } from "./review-section.ts";
import { configSchema } from "./schema.ts";

/**
 * Reads the text of a swarm.yml; an empty text gives the defaults.
 * @throws YamlError with file, line and column of every fault
 */
export function parseConfig(text: string, file: string): Config {
  const { review, publish, github, ...parsed } = loadYaml(text, file, configSchema);
  return {
    review: reviewSettingsOf(review),
    base: review.base ?? null,
    failOn: review["fail-on"],
    concurrency: review.concurrency,
    timeoutMs: review.timeout * 1000,
    budget: { usd: review.budget.usd ?? null, tokens: review.budget.tokens ?? null },
    builtIn: parsed["built-in"],
    agents: parsed.agents,
    drafts: review.drafts,
    publish: {
      maxComments: publish["max-comments"],
      annotations: publish.annotations,
      maxAnnotations: publish["max-annotations"],
      allowedHosts: publish["allowed-hosts"],
    },
    github: {
      budgetShare: github["budget-share"],
      maxWaitMs: github["max-wait"] * 1000,
      cache: github.cache,
    },
  };
}

/** The JSON Schema of swarm.yml, for editors. */
export function configJsonSchema(): unknown {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" });
  return { title: ".github/swarm.yml of swarm-actions", ...schema };
}
