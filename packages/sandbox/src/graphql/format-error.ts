import type { GraphQLError, SourceLocation } from "graphql";
import { Refusal, type RefusalDetail } from "../kernel/refusal.ts";
import { type FaultType, GraphqlFault } from "./fault.ts";

/** One entry of `errors`, in GitHub's form. */
export interface FormattedError {
  readonly type?: FaultType;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly SourceLocation[];
  readonly message: string;
}

export function formatError(error: GraphQLError): FormattedError {
  const { path, locations, originalError } = error;
  return {
    ...describe(error, originalError),
    ...(path !== undefined && { path }),
    ...(locations !== undefined && { locations }),
  };
}

function describe(error: GraphQLError, thrown: unknown): Pick<FormattedError, "type" | "message"> {
  if (thrown instanceof GraphqlFault) return { type: thrown.type, message: thrown.message };
  if (thrown instanceof Refusal) return describeRefusal(thrown);
  if (thrown === undefined || thrown === null) return { message: error.message };
  // Told in full: whoever sees it is at work on the sandbox, or on what runs against it.
  const trace = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { message: `Fault of the sandbox: ${trace}` };
}

/** Operations refuse as REST does; GraphQL says the same in other words. */
function describeRefusal({ status, message, errors }: Refusal): {
  type: FaultType;
  message: string;
} {
  if (status === 404) return { type: "NOT_FOUND", message };
  if (status === 403) return { type: "FORBIDDEN", message };
  const details = errors.map(describeDetail).join(", ");
  return { type: "UNPROCESSABLE", message: details === "" ? message : details };
}

function describeDetail(detail: RefusalDetail): string {
  if (typeof detail === "string") return detail;
  return (
    detail.message ?? [detail.field, detail.code].filter((word) => word !== undefined).join(" ")
  );
}
