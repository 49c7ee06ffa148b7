import { ATTR_SERVICE_NAME, ATTR_SERVICE_VERSION } from "@opentelemetry/semantic-conventions";
import {
  ATTR_VCS_CHANGE_ID,
  ATTR_VCS_OWNER_NAME,
  ATTR_VCS_PROVIDER_NAME,
  ATTR_VCS_REF_HEAD_NAME,
  ATTR_VCS_REF_HEAD_REVISION,
  ATTR_VCS_REPOSITORY_NAME,
  ATTR_VCS_REPOSITORY_URL_FULL,
} from "@opentelemetry/semantic-conventions/incubating";
import type { RunFacts } from "./run-facts.ts";

/** What made the spans, and the code that it was about. */
export function resourceOf(
  { repository }: RunFacts,
  version: string,
): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | null | undefined>> = {
    [ATTR_SERVICE_NAME]: "swarm-actions",
    [ATTR_SERVICE_VERSION]: version,
    [ATTR_VCS_PROVIDER_NAME]: repository?.provider,
    [ATTR_VCS_OWNER_NAME]: repository?.owner,
    [ATTR_VCS_REPOSITORY_NAME]: repository?.name,
    [ATTR_VCS_REPOSITORY_URL_FULL]: repository?.url,
    [ATTR_VCS_REF_HEAD_NAME]: repository?.ref,
    [ATTR_VCS_REF_HEAD_REVISION]: repository?.revision,
    [ATTR_VCS_CHANGE_ID]: repository?.change,
  };
  const known = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined,
  );
  return Object.fromEntries(known);
}
