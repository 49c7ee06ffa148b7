import { CodedError, messageOf } from "@swarm-actions/core";
import type { z } from "zod";

/** @throws CodedError `agents/not-json` with `place`. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const start = text.trim() === "" ? "it is empty" : messageOf(cause);
    throw new CodedError("agents/not-json", `${place} is not JSON: ${start}`, {
      fix: "Have the program print nothing but its report, or write it to a file.",
      place,
      cause,
    });
  }
}

/** @throws CodedError `agents/invalid-report` whose message names the path inside the JSON. */
export function validate<Shape extends z.ZodType>(
  shape: Shape,
  value: unknown,
  place: string,
  format: string,
): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new CodedError(
    "agents/invalid-report",
    `${place} is not ${format}: ${firstProblem(parsed.error)}`,
    { fix: `Check that the program writes ${format}, and that nothing changed it since.`, place },
  );
}

/** `runs[0].tool: expected object`, the first problem only. */
export function firstProblem(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return "unknown problem";
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  const where = path.join("").replace(/^\./, "").slice(0, 200);
  return where === "" ? issue.message : `${where}: ${issue.message}`;
}
