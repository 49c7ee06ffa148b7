/** GitHub's word for what went wrong, beside the message. */
export type FaultType =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "UNPROCESSABLE"
  | "EXCESSIVE_PAGINATION"
  | "MISSING_PAGINATION_BOUNDARIES"
  | "INVALID_CURSOR_ARGUMENTS"
  | "MAX_NODE_LIMIT_EXCEEDED"
  | "NOT_IMPLEMENTED";

/** Thrown by a resolver: its field becomes null, the others are answered, and `errors` tells. */
export class GraphqlFault extends Error {
  override readonly name = "GraphqlFault";
  readonly type: FaultType;

  constructor(type: FaultType, message: string) {
    super(message);
    this.type = type;
  }
}

/** Never GitHub's: the sandbox says what it cannot do rather than answer null. */
export function notImplemented(what: string): GraphqlFault {
  return new GraphqlFault("NOT_IMPLEMENTED", `the sandbox does not implement ${what}`);
}

export function unresolved(what: string): GraphqlFault {
  return new GraphqlFault("NOT_FOUND", `Could not resolve to ${what}`);
}

export function unprocessable(message: string): GraphqlFault {
  return new GraphqlFault("UNPROCESSABLE", message);
}
