import { conventions } from "./conventions.ts";
import type { RunFacts } from "./run-facts.ts";

/** What made the spans, and the code that it was about. */
export function resourceOf(
  { repository }: RunFacts,
  version: string,
): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | null | undefined>> = {
    [conventions.ATTR_SERVICE_NAME]: "swarm-actions",
    [conventions.ATTR_SERVICE_VERSION]: version,
    [conventions.ATTR_VCS_PROVIDER_NAME]: repository?.provider,
    [conventions.ATTR_VCS_OWNER_NAME]: repository?.owner,
    [conventions.ATTR_VCS_REPOSITORY_NAME]: repository?.name,
    [conventions.ATTR_VCS_REPOSITORY_URL_FULL]: repository?.url,
    [conventions.ATTR_VCS_REF_HEAD_NAME]: repository?.ref,
    [conventions.ATTR_VCS_REF_HEAD_REVISION]: repository?.revision,
    [conventions.ATTR_VCS_CHANGE_ID]: repository?.change,
  };
  const known = Object.entries(all).filter(
    (entry): entry is [string, string] => entry[1] !== null && entry[1] !== undefined,
  );
  return Object.fromEntries(known);
}
