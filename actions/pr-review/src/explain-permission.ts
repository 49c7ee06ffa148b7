import { CodedError } from "@swarm-actions/core";

/** Names all that this action needs, where GitHub refused one thing and perhaps did not say which. */
export function explainPermission(thrown: unknown): unknown {
  if (!(thrown instanceof CodedError) || thrown.code !== "github/missing-permission") return thrown;
  const needed = "`contents: read`, `pull-requests: write` and `checks: write`";
  const also = "`actions: read` as well in mode `publish`";
  return new CodedError(thrown.code, thrown.message, {
    fault: thrown.fault,
    fix: `Give the job's \`permissions:\` ${needed}, and ${also}. ${thrown.fix}`,
    ...(thrown.place === null ? {} : { place: thrown.place }),
    cause: thrown,
  });
}
