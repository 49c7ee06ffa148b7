import { z } from "zod";
import { commandOptions } from "./command/options.ts";
import { modelOptions } from "./model/options.ts";
import { rdjsonOptions } from "./rdjson/options.ts";
import { rulesOptions } from "./rules/options.ts";
import { sarifOptions } from "./sarif/options.ts";

/** What every kind takes besides its own options. */
const shared = {
  timeout: z.number().positive().max(3600).optional().describe("Seconds it may take."),
  split: z
    .enum(["change", "file", "hunk"])
    .optional()
    .describe(
      "How far a swarm may divide what it is given: not at all, by file, or by hunk. Default: by hunk for models, by file for commands, not at all for the rest.",
    ),
  "stand-in": z
    .string()
    .min(1)
    .max(60)
    .optional()
    .describe(
      "The agent that answers in its place when it cannot, and that is asked for nothing else.",
    ),
};

/** An agent as swarm.yml defines it: its kind, and the kind's own options. */
export const agentDefinition = z
  .discriminatedUnion(
    "type",
    [
      rulesOptions.safeExtend({ type: z.literal("rules"), ...shared }),
      sarifOptions.safeExtend({ type: z.literal("sarif"), ...shared }),
      rdjsonOptions.safeExtend({ type: z.literal("rdjson"), ...shared }),
      commandOptions.safeExtend({ type: z.literal("command"), ...shared }),
      modelOptions.safeExtend({ type: z.literal("openai"), ...shared }),
      modelOptions.safeExtend({ type: z.literal("anthropic"), ...shared }),
    ],
    { error: "type must be rules, sarif, rdjson, command, openai or anthropic" },
  )
  .describe("An agent: its `type`, and the options of that type.");

export type AgentDefinition = z.infer<typeof agentDefinition>;
