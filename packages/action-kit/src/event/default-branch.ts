import * as z from "zod/mini";
import type { ActionEnvironment } from "../environment.ts";
import { readPayload } from "./payload.ts";

const payload = z.object({
  repository: z.object({ default_branch: z.string().check(z.minLength(1), z.maxLength(1000)) }),
});

/** The repository's default branch, as the event says; null where it does not. */
export function readDefaultBranch(environment: ActionEnvironment): string | null {
  if (environment.eventPath === null) return null;
  const read = payload.safeParse(readPayload(environment));
  return read.success ? read.data.repository.default_branch : null;
}
