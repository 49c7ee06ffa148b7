import { z } from "zod";
import { severitiesOption } from "../reported/severity.ts";
import { commonOptions } from "../scope.ts";
import { wordsOf } from "./words.ts";

const word = z.string().max(32_768);

const run = z
  .union([z.array(word).min(1), z.string().min(1).max(32_768)])
  .transform((given, context) => {
    const words = typeof given === "string" ? wordsOf(given) : given;
    if (words !== null && words[0] !== undefined && words[0] !== "") return words;
    const message = "must name a program, and close every quote it opens";
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

export const commandOptions = z.strictObject({
  ...commonOptions,
  run: run.describe("The program and its arguments; no shell is involved."),
  format: z
    .enum(["findings", "sarif", "rdjson", "rdjsonl"])
    .default("findings")
    .describe("What the program writes."),
  "output-file": z
    .string()
    .min(1)
    .max(4096)
    .optional()
    .describe("The file the program writes instead of its standard output, relative to the root."),
  stdin: z
    .enum(["task", "paths", "none"])
    .default("task")
    .describe(
      "What the program reads: the task as JSON, the changed paths one a line, or nothing.",
    ),
  "pass-paths": z
    .boolean()
    .default(false)
    .describe(
      "Whether `--` and the paths of changed files, deleted ones left out, follow the arguments.",
    ),
  environment: z
    .array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be the name of a variable"))
    .default([])
    .describe("Variables passed on besides PATH, HOME, LANG, LC_ALL and the temporary folder's."),
  "exit-codes": z
    .array(z.int().min(0).max(255))
    .min(1)
    .default([0, 1])
    .describe("Exit codes of a program that did its work; most linters exit 1 on findings."),
  "output-limit": z
    .number()
    .positive()
    .max(500)
    .default(20)
    .describe("Megabytes the program may write."),
  severities: severitiesOption,
});

export type CommandOptions = z.infer<typeof commandOptions>;
