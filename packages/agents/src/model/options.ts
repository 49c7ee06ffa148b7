import { z } from "zod";
import { commonOptions } from "../scope.ts";
import { roleNames } from "./roles.ts";

const { categories: _, ...common } = commonOptions;
const modelName = z.string().min(1).max(200);

const price = z.strictObject({
  input: z.number().min(0).describe("US dollars per million input tokens."),
  output: z.number().min(0).describe("US dollars per million output tokens."),
});

/** Options of `openai` and `anthropic` agents alike. */
export const modelOptions = z.strictObject({
  ...common,
  model: modelName.describe("The model's name as its endpoint knows it."),
  fallback: z
    .array(modelName)
    .max(5)
    .default([])
    .describe("Models of the same endpoint to ask, in order, when the first is not available."),
  roles: z
    .array(z.enum(roleNames))
    .min(1)
    .default(["correctness", "security"])
    .describe("What to look for; each role is an agent of its own, all of one provider."),
  "base-url": z
    .url({ protocol: /^https?$/, error: "must be an http or https address" })
    .optional()
    .describe("A compatible endpoint; default the vendor's own."),
  "api-key-env": z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of an environment variable, not the key")
    .optional()
    .describe("The environment variable that holds the key."),
  instructions: z
    .string()
    .max(8000)
    .optional()
    .describe("What reviewers of this code base should know besides."),
  "context-lines": z
    .number()
    .int()
    .min(0)
    .max(500)
    .default(30)
    .describe("Unchanged lines shown around a difference; small files are shown whole."),
  "max-input-tokens": z
    .number()
    .int()
    .min(2000)
    .max(1_000_000)
    .default(32_000)
    .describe("The most that one request may hold, by estimate; a larger change takes several."),
  "max-output-tokens": z
    .number()
    .int()
    .min(256)
    .max(200_000)
    .default(8000)
    .describe("The most that one answer may hold."),
  "max-findings": z.number().int().min(1).max(100).default(12).describe("Findings an answer."),
  parallel: z.number().int().min(1).max(16).default(2).describe("Requests of a role at once."),
  "structured-output": z
    .enum(["schema", "prompt"])
    .default("schema")
    .describe("schema: the endpoint enforces the answer's form; prompt: it is only asked for it."),
  price: price.optional().describe("What tokens cost; needed for a budget in US dollars."),
});

export type ModelOptions = z.infer<typeof modelOptions>;
