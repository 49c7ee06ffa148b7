import { z } from "zod";
import { commandOptions } from "./command/options.ts";
import { modelOptions } from "./model/options.ts";
import { rdjsonOptions } from "./rdjson/options.ts";
import { rulesOptions } from "./rules/options.ts";
import { sarifOptions } from "./sarif/options.ts";

const timeout = z.number().positive().max(3600).optional().describe("Seconds it may take.");

/** An agent as swarm.yml defines it: its kind, and the kind's own options. */
export const agentDefinition = z
  .discriminatedUnion(
    "type",
    [
      rulesOptions.safeExtend({ type: z.literal("rules"), timeout }),
      sarifOptions.safeExtend({ type: z.literal("sarif"), timeout }),
      rdjsonOptions.safeExtend({ type: z.literal("rdjson"), timeout }),
      commandOptions.safeExtend({ type: z.literal("command"), timeout }),
      modelOptions.safeExtend({ type: z.literal("openai"), timeout }),
      modelOptions.safeExtend({ type: z.literal("anthropic"), timeout }),
    ],
    { error: "type must be rules, sarif, rdjson, command, openai or anthropic" },
  )
  .describe("An agent: its `type`, and the options of that type.");

export type AgentDefinition = z.infer<typeof agentDefinition>;
