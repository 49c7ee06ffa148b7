import type { z } from "zod";
import { Refusal } from "./refusal.ts";

/** Reads a JSON body against its schema, and refuses in GitHub's words what does not fit. */
export function parseBody<Body>(raw: Buffer, schema: z.ZodType<Body>): Body {
  const result = schema.safeParse(readJson(raw), { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(422, `Invalid request.\n\n${issue === undefined ? "" : describe(issue)}`);
}

/** No body at all counts as an empty object, as on GitHub. */
function readJson(raw: Buffer): object {
  const value = raw.length === 0 ? {} : parseJson(raw);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  throw new Refusal(400, "Body should be a JSON object");
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const place = issue.path.map(String).join("/");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `"${key}" is not a permitted key.`).join("\n");
  }
  if (issue.code === "invalid_type" && issue.input === undefined) {
    return `"${place}" wasn't supplied.`;
  }
  const given = issue.input === null ? "nil" : JSON.stringify(issue.input);
  return `For 'properties/${place}', ${given} ${complaintOf(issue)}.`;
}

function complaintOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is not ${/^[aeiou]/.test(issue.expected) ? "an" : "a"} ${issue.expected}`;
    case "invalid_value":
      return `is not a member of ${JSON.stringify(issue.values)}`;
    case "too_small":
      return `is less than ${issue.minimum}`;
    case "too_big":
      return `is more than ${issue.maximum}`;
    default:
      return `is not possible: ${issue.message}`;
  }
}
