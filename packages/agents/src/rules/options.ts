import { messageOf } from "@swarm-actions/core";
import { categories, severities } from "@swarm-actions/review";
import { z } from "zod";
import { commonOptions } from "../scope.ts";

const rule = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be in kebab-case, such as `no-sleep`")
      .max(100)
      .describe("Names the rule; findings are `agent/id`."),
    message: z.string().trim().min(1).max(2000).describe("What is wrong and what to do instead."),
    pattern: z
      .string()
      .min(1)
      .max(2000)
      .describe("A JavaScript regular expression, searched for in each added line."),
    flags: z
      .string()
      .regex(/^[imsuv]*$/, "may hold i, m, s, u and v")
      .default("")
      .describe("Flags of the pattern: i, m, s, u or v."),
    paths: commonOptions.paths.describe("Globs; the rule looks at matching paths only."),
    ignore: commonOptions.ignore.describe("Globs; the rule does not look at matching paths."),
    severity: z.enum(severities).default("medium"),
    category: z.enum(categories).default("maintainability"),
    replacement: z
      .string()
      .max(1000)
      .refine((text) => !/\$[`']/.test(text.replaceAll("$$", "")), "may not use $` or $'")
      .optional()
      .describe("What to put in place of every match in the line; `$1` is the first group."),
  })
  .superRefine(({ id, pattern, flags }, context) => {
    try {
      new RegExp(pattern, flags);
    } catch (cause) {
      const message = `rule \`${id}\`: ${messageOf(cause)}`;
      context.addIssue({ code: "custom", path: ["pattern"], message });
    }
  });

export const rulesOptions = z.strictObject({
  ...commonOptions,
  rules: z
    .array(rule)
    .min(1)
    .superRefine((rules, context) => {
      for (const [index, { id }] of rules.entries()) {
        if (rules.findIndex((other) => other.id === id) === index) continue;
        const message = `there is another rule \`${id}\``;
        context.addIssue({ code: "custom", path: [index, "id"], message });
      }
    })
    .describe("The organisation's own rules."),
});

export type RuleOptions = z.infer<typeof rule>;
