import { CodedError } from "@swarm-actions/core";
import type { z } from "zod";
import type { HandOver } from "./hand-over.ts";
import { handOverSchema, longestHandOver } from "./schema.ts";

const fix =
  "Run the pull request's own review again; if it fails again, its run does not do what this one expects.";

/** What GitHub says the other run was for. */
interface HandOverOrigin {
  readonly headSha: string;
  /** The pull requests that the run may have been for: several when a branch goes to several bases. */
  readonly numbers: readonly number[];
}

/**
 * Reads what another run handed over. The text may be hostile: a run of a fork does what the fork says.
 * Nothing in it is taken for a fact: of the pull requests and the commit that GitHub names, it can only
 * say which one it means.
 * @throws CodedError `publication/malformed-hand-over`, `publication/hand-over-of-another-commit`,
 * `publication/hand-over-of-another-pull-request`
 */
export function readHandOver(text: string, { headSha, numbers }: HandOverOrigin): HandOver {
  if (text.length > longestHandOver) throw malformed(`it is longer than ${longestHandOver}`);
  const read = handOverSchema.safeParse(parse(text));
  if (!read.success) throw malformed(firstFault(read.error));
  const said = read.data;
  const about = `what was handed over is about`;
  if (said.headSha !== headSha) {
    const message = `${about} ${said.headSha}, and the run was for ${headSha}`;
    throw new CodedError("publication/hand-over-of-another-commit", message, { fix });
  }
  if (numbers.includes(said.number)) return said;
  const message = `${about} #${said.number}, and the run was for #${numbers.join(" or #")}`;
  throw new CodedError("publication/hand-over-of-another-pull-request", message, { fix });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("it is not JSON");
  }
}

/** Where, and what was expected; never what stands there. */
function firstFault({ issues }: z.ZodError): string {
  const [issue] = issues;
  const at = issue?.path.map(String).join(".") ?? "";
  return `${at === "" ? "it" : `\`${at}\``} is not as it should be (${issue?.code ?? "unknown"})`;
}

function malformed(why: string): CodedError {
  const message = `what was handed over cannot be used: ${why}`;
  return new CodedError("publication/malformed-hand-over", message, { fix });
}
