import { operationOf } from "../graphql/operation-of.ts";
import { permissionFor } from "./field-permission.ts";
import { GitHubError } from "./github-error.ts";
import { permissionFix } from "./permission-fix.ts";

/** One entry of `errors`. */
export interface GraphqlFault {
  readonly type: string;
  /** `["addComment", …]`; empty for the whole document. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A GraphQL answer with errors; what did work is in `data`. */
export class GraphqlError extends GitHubError {
  readonly faults: readonly GraphqlFault[];
  readonly data: unknown;

  /** @param document what was asked, for what its aliases stand for */
  constructor(faults: readonly GraphqlFault[], data: unknown, document: string) {
    const message = [...new Set(faults.map((fault) => fault.message))].join("; ");
    const place = operationOf(document);
    super(codeOf(faults), message, { fix: fixOf(faults, document), place, status: 200 });
    this.faults = faults;
    this.data = data;
  }

  /** Whether something did work. */
  get didSome(): boolean {
    return Object.values(this.data ?? {}).some((answer) => answer !== null);
  }
}

function codeOf(faults: readonly GraphqlFault[]): `github/${string}` {
  const types = faults.map(({ type }) => type);
  if (faults.some(isForbidden)) return "github/missing-permission";
  if (types.includes("NOT_FOUND")) return "github/not-found";
  if (types.includes("RESOURCE_LIMITS_EXCEEDED")) return "github/too-much-at-once";
  return types.includes("UNPROCESSABLE") ? "github/invalid" : "github/graphql";
}

export function isForbidden({ type, message }: GraphqlFault): boolean {
  return (
    type === "FORBIDDEN" || type === "INSUFFICIENT_SCOPES" || /not accessible by/i.test(message)
  );
}

function fixOf(faults: readonly GraphqlFault[], document: string): string {
  const forbidden = faults.filter(isForbidden).map(({ path }) => path);
  if (forbidden.length > 0) return permissionFix(permissionFor(forbidden, document));
  if (faults.some(({ type }) => type === "NOT_FOUND")) {
    return "Check the name and number, and that the token may see the repository.";
  }
  return "If nothing about the pull request is odd, please report this with the message.";
}
