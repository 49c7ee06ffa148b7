/** Names of schemas, by the media type of the body. */
export type BodySchemas = Readonly<Record<string, string>>;

/** One operation of GitHub's REST description, ready to be judged by. */
export interface Operation {
  readonly method: string;
  /** `/repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly template: string;
  /** Matches a path; its groups are named `p0`, `p1` … in the order of `names`. */
  readonly pattern: string;
  readonly names: readonly string[];
  readonly pathSchema: string;
  readonly querySchema: string;
  readonly request: BodySchemas;
  readonly requestRequired: boolean;
  /** By status; no media types where the answer has no body. */
  readonly responses: Readonly<Record<string, BodySchemas>>;
}

export interface MatchedOperation {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

const patterns = new WeakMap<Operation, RegExp>();

function patternOf(operation: Operation): RegExp {
  const pattern = patterns.get(operation) ?? new RegExp(operation.pattern, "u");
  patterns.set(operation, pattern);
  return pattern;
}

/** Operations are sorted so that the first that matches is the most literal. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): MatchedOperation | null {
  const asked = method === "HEAD" ? "GET" : method;
  for (const operation of operations) {
    if (operation.method !== asked) continue;
    const match = patternOf(operation).exec(path);
    if (match !== null) return { operation, path: namePathParts(operation, match) };
  }
  return null;
}

function namePathParts(operation: Operation, match: RegExpExecArray): Record<string, string> {
  return Object.fromEntries(
    operation.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]),
  );
}
