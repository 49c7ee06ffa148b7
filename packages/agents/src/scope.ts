import {
  type Agent,
  type Category,
  type ChangedFile,
  categories,
  heaviest,
  pathMatcher,
} from "@swarm-actions/review";
import { z } from "zod";

const globs = z.array(z.string().min(1).max(1000)).min(1);

/** The keys that every configured agent takes; spread them into its own `z.strictObject`. */
export const commonOptions = {
  provider: z
    .string()
    .min(1)
    .optional()
    .describe("Whose judgement the agent carries; a quorum counts providers, not agents."),
  weight: z
    .number()
    .positive()
    .max(heaviest)
    .default(1)
    .describe("The weight of its vote under the `weighted` rule."),
  categories: z
    .array(z.enum(categories))
    .min(1)
    .optional()
    .describe("What it judges; silence on these counts as a no, on others it has no vote."),
  paths: globs.optional().describe("Globs; the agent sees only matching paths."),
  ignore: globs.optional().describe("Globs; the agent does not see matching paths."),
};

export type CommonOptions = z.infer<ReturnType<typeof commonObject>>;

// Exists for its type alone: what the keys above are once they are parsed.
const commonObject = () => z.strictObject(commonOptions);

export interface ScopeDefaults {
  readonly provider?: string;
  readonly categories: readonly Category[];
  /** What the agent can judge at all, before `paths` and `ignore`; default every file. */
  readonly covers?: (file: ChangedFile) => boolean;
}

/** The part of an agent that says who it is and what it judges. */
export type Scope = Pick<Agent, "name" | "provider" | "weight" | "categories" | "covers">;

/** @param name the agent's name, which is its provider too unless one is given. */
export function scopeOf(name: string, options: CommonOptions, defaults: ScopeDefaults): Scope {
  const matches = pathMatcher(options);
  return {
    name,
    provider: options.provider ?? defaults.provider ?? name,
    weight: options.weight,
    categories: [...new Set(options.categories ?? defaults.categories)].sort(),
    covers: (file) => matches(file.diff.path) && (defaults.covers?.(file) ?? true),
  };
}
