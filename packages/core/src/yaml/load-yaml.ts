import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { CodedError } from "../error.ts";
import { describeIssue } from "./describe-issue.ts";

/** One thing wrong with a YAML file. Lines and columns are 1-based. */
export interface YamlProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

/** A YAML file that cannot be used, with every problem found in it. */
export class YamlError extends CodedError {
  readonly problems: readonly YamlProblem[];

  constructor(file: string, problems: readonly YamlProblem[]) {
    const lines = problems.map((one) => `${file}:${one.line}:${one.column}: ${one.message}`);
    super("config/invalid", lines.join("\n"), {
      fix: problems[0]?.fix ?? "Mend the file.",
      place: `${file}:${problems[0]?.line ?? 1}:${problems[0]?.column ?? 1}`,
    });
    this.problems = problems;
  }
}

type Path = readonly PropertyKey[];

/**
 * Reads YAML 1.2 against a schema. An empty file is an empty map; an empty section is left out.
 * @throws YamlError naming file, line and column of each problem
 */
export function loadYaml<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const broken = document.errors.map(({ code, message, pos }) =>
    code === "MULTIPLE_DOCS"
      ? problemAt(counter, pos[0], "a second document begins here", "Keep one document.")
      : problemAt(counter, pos[0], message, "Mend the YAML here."),
  );
  if (broken.length > 0) throw new YamlError(file, broken);
  const result = schema.safeParse(toValue(document, file));
  if (result.success) return result.data;
  const jsonSchema = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const problems = result.error.issues.flatMap((issue) =>
    describeIssue(issue, jsonSchema).map(({ path, message, fix, atKey }) =>
      problemAt(counter, offsetOf(document, path, atKey), message, fix),
    ),
  );
  throw new YamlError(
    file,
    problems.sort((a, b) => a.line - b.line || a.column - b.column),
  );
}

function toValue(document: Document.Parsed, file: string): unknown {
  try {
    return withoutEmptySections(document.toJS({ maxAliasCount: 100 }) ?? {});
  } catch (cause) {
    throw new CodedError("config/too-many-aliases", "the aliases unfold without end", {
      fix: "Write the repeated parts out.",
      place: file,
      cause,
    });
  }
}

/** A section whose every line is a comment is as good as none. */
function withoutEmptySections(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, section]) => section !== null));
}

function problemAt(
  counter: LineCounter,
  offset: number,
  message: string,
  fix: string,
): YamlProblem {
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col), message, fix };
}

/** Where the value at `path` begins, or its key, or the nearest parent that exists. */
function offsetOf(document: Document.Parsed, path: Path, atKey: boolean): number {
  if (atKey && path.length > 0) {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
      : undefined;
    if (isNode(pair?.key) && pair.key.range != null) return pair.key.range[0];
  }
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return document.contents?.range[0] ?? 0;
}
