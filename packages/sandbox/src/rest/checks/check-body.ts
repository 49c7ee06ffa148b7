import { z } from "zod";
import type { CheckRunChange } from "../../operations/check-runs.ts";

const level = z.enum(["notice", "warning", "failure"]);

const annotationSchema = z.object({
  path: z.string(),
  start_line: z.int(),
  end_line: z.int(),
  start_column: z.int().optional(),
  end_column: z.int().optional(),
  annotation_level: level,
  message: z.string(),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});

const outputSchema = z.object({
  title: z.string().optional(),
  summary: z.string(),
  text: z.string().optional(),
  annotations: z.array(annotationSchema).default([]),
});

/** What creating and updating a check run have in common. */
export const checkRunFields = {
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  status: z.enum(["queued", "in_progress", "completed"]).optional(),
  started_at: z.iso.datetime({ offset: true }).optional(),
  conclusion: z
    .enum([
      "action_required",
      "cancelled",
      "failure",
      "neutral",
      "success",
      "skipped",
      "stale",
      "timed_out",
    ])
    .optional(),
  completed_at: z.iso.datetime({ offset: true }).optional(),
  output: outputSchema.optional(),
};

const fieldsSchema = z.object(checkRunFields);

/** A body as the operation takes it. */
export function changeOf(body: z.infer<typeof fieldsSchema>): CheckRunChange {
  const { output } = body;
  return {
    ...(body.details_url !== undefined && { detailsUrl: body.details_url }),
    ...(body.external_id !== undefined && { externalId: body.external_id }),
    ...(body.status !== undefined && { status: body.status }),
    ...(body.conclusion !== undefined && { conclusion: body.conclusion }),
    ...(body.started_at !== undefined && { startedAt: new Date(body.started_at) }),
    ...(body.completed_at !== undefined && { completedAt: new Date(body.completed_at) }),
    ...(output !== undefined && { output: outputOf(output) }),
  };
}

function outputOf(output: z.infer<typeof outputSchema>): NonNullable<CheckRunChange["output"]> {
  return {
    title: output.title ?? null,
    summary: output.summary,
    text: output.text ?? null,
    annotations: output.annotations.map((annotation) => ({
      path: annotation.path,
      startLine: annotation.start_line,
      endLine: annotation.end_line,
      startColumn: annotation.start_column ?? null,
      endColumn: annotation.end_column ?? null,
      level: annotation.annotation_level,
      title: annotation.title ?? null,
      message: annotation.message,
      rawDetails: annotation.raw_details ?? null,
    })),
  };
}
