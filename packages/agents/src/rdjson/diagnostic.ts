import { z } from "zod";

// The Reviewdog Diagnostic Format. As in its protobuf source, an absent number is 0 and an absent
// word is empty.

const number = z.int().optional().catch(undefined);
const text = z.string().optional().catch(undefined);

const position = z.object({ line: number, column: number });

const range = z.object({ start: position.optional(), end: position.optional() });

const severity = z
  .union([z.enum(["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]), z.literal([0, 1, 2, 3])])
  .optional()
  .catch(undefined);

const source = z.object({ name: text }).optional().catch(undefined);

export const diagnostic = z.object({
  message: z.string(),
  location: z.object({ path: z.string(), range: range.optional() }),
  severity,
  source,
  code: z.object({ value: text }).optional().catch(undefined),
  suggestions: z
    .array(z.object({ range, text: z.string().default("") }))
    .optional()
    .catch(undefined),
});

/** The object form; each diagnostic is checked apart, so that a broken one does not lose the others. */
export const diagnosticResult = z.object({
  diagnostics: z.array(z.unknown()),
  source,
  severity,
});

export type Diagnostic = z.infer<typeof diagnostic>;
export type DiagnosticRange = z.infer<typeof range>;
export type DiagnosticSeverity = Diagnostic["severity"];
