import { CodedError } from "@swarm-actions/core";
import type { ReviewOptions } from "./options.ts";

/** @throws CodedError `cli/contradiction` when the options name several changes at once */
export function refuseContradictions({ diff, staged, base, head }: ReviewOptions): void {
  const range = base !== undefined || head !== undefined;
  const named = [diff !== undefined, staged === true, range].filter(Boolean);
  if (named.length <= 1) return;
  const message = "--diff, --staged and --base/--head exclude each other";
  throw new CodedError("cli/contradiction", message, { fix: "Keep one of them." });
}
