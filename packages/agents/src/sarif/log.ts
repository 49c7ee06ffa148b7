import { z } from "zod";

// Only what a review needs is looked at, and what cannot be used reads as absent: linters differ
// in how closely they follow the standard (SARIF 2.1.0, OASIS).

const text = z.string().optional().catch(undefined);
const integer = z.int().optional().catch(undefined);

const message = z.object({
  text,
  markdown: text,
  id: text,
  arguments: z.array(z.string()).optional().catch(undefined),
});
const messages = z.record(z.string(), z.object({ text })).optional().catch(undefined);

const artifactLocation = z.object({ uri: text, uriBaseId: text, index: integer });

const region = z.object({
  startLine: integer,
  startColumn: integer,
  endLine: integer,
  endColumn: integer,
  charOffset: integer,
  charLength: integer,
  byteOffset: integer,
  byteLength: integer,
});

const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: artifactLocation.optional(),
      region: region.optional(),
    })
    .optional(),
});

const level = z.enum(["none", "note", "warning", "error"]).optional().catch(undefined);

const rule = z.object({
  id: text,
  name: text,
  guid: text,
  shortDescription: message.optional().catch(undefined),
  messageStrings: messages,
  defaultConfiguration: z.object({ level }).optional().catch(undefined),
  properties: z
    .object({
      "security-severity": z.coerce.number().optional().catch(undefined),
      precision: text,
      tags: z.array(z.string()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const component = z.object({
  name: z.string(),
  guid: text,
  rules: z.array(rule).optional(),
  globalMessageStrings: messages,
});

const notification = z.object({
  level,
  message: message.optional().catch(undefined),
  locations: z.array(location).optional().catch(undefined),
});

const invocation = z.object({
  executionSuccessful: z.boolean().optional(),
  exitCodeDescription: text,
  toolExecutionNotifications: z.array(notification).optional(),
  toolConfigurationNotifications: z.array(notification).optional(),
});

/** One result; checked apart, so that a broken one does not lose the others. */
export const sarifResult = z.object({
  ruleId: text,
  ruleIndex: integer,
  rule: z
    .object({
      id: text,
      index: integer,
      toolComponent: z.object({ index: integer, name: text, guid: text }).optional(),
    })
    .optional(),
  kind: text,
  level,
  message,
  locations: z.array(location).optional(),
  suppressions: z.array(z.object({ status: text })).optional(),
  baselineState: text,
  fixes: z
    .array(
      z.object({
        artifactChanges: z.array(
          z.object({
            artifactLocation,
            replacements: z.array(
              z.object({ deletedRegion: region, insertedContent: z.object({ text }).optional() }),
            ),
          }),
        ),
      }),
    )
    .optional()
    .catch(undefined),
});

const run = z.object({
  tool: z.object({ driver: component, extensions: z.array(component).optional() }),
  columnKind: text,
  originalUriBaseIds: z.record(z.string(), artifactLocation).optional(),
  artifacts: z.array(z.object({ location: artifactLocation.optional() })).optional(),
  invocations: z.array(invocation).optional(),
  results: z.array(z.unknown()).nullish(),
});

export const sarifLog = z.object({
  version: z.literal("2.1.0"),
  runs: z.array(run),
});

export type SarifLog = z.infer<typeof sarifLog>;
export type SarifRun = z.infer<typeof run>;
export type SarifResult = z.infer<typeof sarifResult>;
export type SarifRule = z.infer<typeof rule>;
export type SarifMessage = z.infer<typeof message>;
export type SarifRegion = z.infer<typeof region>;
export type SarifArtifactLocation = z.infer<typeof artifactLocation>;
export type SarifComponent = z.infer<typeof component>;
export type SarifNotification = z.infer<typeof notification>;
