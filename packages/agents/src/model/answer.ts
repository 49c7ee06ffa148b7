import { CodedError, messageOf } from "@swarm-actions/core";
import { type Category, type Remark, severities } from "@swarm-actions/review";
import { z } from "zod";

const finding = z.object({
  path: z.string().describe("The file, exactly as shown."),
  side: z.enum(["new", "old"]),
  start_line: z.number().int(),
  end_line: z.number().int(),
  severity: z.enum(severities),
  rule: z.string().describe("The kind of fault in kebab-case."),
  message: z.string(),
  suggestion: z.string().nullable().describe("The new text of these lines, or null."),
  confidence: z.number().describe("Between 0 and 1."),
});

const answer = z.object({ findings: z.array(finding) });

export type Answer = z.infer<typeof answer>;
type AnsweredFinding = Answer["findings"][number];

/** The JSON Schema that models are held to. */
export const answerSchema: Readonly<Record<string, unknown>> = (() => {
  const { $schema: _, ...schema } = z.toJSONSchema(answer);
  return schema;
})();

/** Reads a model's answer; an error that says what is wrong with it when it cannot be read. */
export function readAnswer(text: string): Answer | CodedError {
  try {
    return answer.parse(JSON.parse(unwrap(text)));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : messageOf(cause);
    return new CodedError("model/malformed-answer", `the answer is not as asked: ${what}`, {
      fault: "platform",
      fix: "Use a model that keeps to a schema, or raise `max-output-tokens`.",
      cause,
    });
  }
}

/** Models like to wrap JSON into a fence or a sentence. */
function unwrap(text: string): string {
  const [from, to] = [text.indexOf("{"), text.lastIndexOf("}")];
  return from >= 0 && to > from ? text.slice(from, to + 1) : text;
}

/** A remark of the agent `name`. Whether its lines exist is checked for all agents alike, later. */
export function remarkOf(
  { path, side, start_line, end_line, suggestion, ...said }: AnsweredFinding,
  name: string,
  category: Category,
): Remark {
  const [startLine, endLine] = [start_line, end_line];
  return {
    place: { kind: "lines", path, side, startLine, endLine },
    severity: said.severity,
    category,
    rule: `${name}/${said.rule}`,
    message: said.message,
    confidence: said.confidence,
    ...(suggestion === null || side === "old"
      ? {}
      : { suggestion: { startLine, endLine, replacement: suggestion.replace(/\n$/, "") } }),
  };
}
