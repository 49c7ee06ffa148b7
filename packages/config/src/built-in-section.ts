import { builtInAgents, commonOptions } from "@swarm-actions/agents";
import { z } from "zod";

const setting = z.union(
  [
    z.literal("off"),
    z.strictObject({
      timeout: z.number().positive().max(3600).optional().describe("Seconds it may take."),
      paths: commonOptions.paths,
      ignore: commonOptions.ignore,
    }),
  ],
  { error: "must be off, or { timeout, paths, ignore }" },
);

/** The `built-in:` section: each reviewer that needs no model, switched off or narrowed. */
export const builtInSection = z
  .strictObject(Object.fromEntries(builtInAgents.map(({ name }) => [name, setting.optional()])))
  .prefault({});

export type BuiltInSetting = z.infer<typeof setting>;
