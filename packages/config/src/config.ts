import type { AgentDefinition } from "@swarm-actions/agents";
import { loadYaml } from "@swarm-actions/core";
import type { ReviewSettings, Severity } from "@swarm-actions/review";
import { z } from "zod";
import type { BuiltInSetting } from "./built-in-section.ts";
import { reviewSettingsOf } from "./review-section.ts";
import { configSchema } from "./schema.ts";

/** Everything that swarm.yml settles, with defaults filled in. */
export interface Config {
  readonly review: ReviewSettings;
  /** What changes are compared with; null: found from the repository. */
  readonly base: string | null;
  readonly failOn: Severity | "never";
  readonly concurrency: number;
  readonly timeoutMs: number;
  readonly budget: { readonly usd: number | null; readonly tokens: number | null };
  readonly builtIn: Readonly<Record<string, BuiltInSetting | undefined>>;
  readonly agents: Readonly<Record<string, AgentDefinition>>;
}

/**
 * Reads the text of a swarm.yml; an empty text gives the defaults.
 * @throws YamlError with file, line and column of every fault
 */
export function parseConfig(text: string, file: string): Config {
  const { review, agents, "built-in": builtIn } = loadYaml(text, file, configSchema);
  return {
    review: reviewSettingsOf(review),
    base: review.base ?? null,
    failOn: review["fail-on"],
    concurrency: review.concurrency,
    timeoutMs: review.timeout * 1000,
    budget: { usd: review.budget.usd ?? null, tokens: review.budget.tokens ?? null },
    builtIn,
    agents,
  };
}

/** The JSON Schema of swarm.yml, for editors. */
export function configJsonSchema(): unknown {
  const schema = z.toJSONSchema(configSchema, { io: "input", unrepresentable: "any" });
  return { title: ".github/swarm.yml of swarm-actions", ...schema };
}
