import { condense } from "./condense.ts";
import { condenseWebhooks } from "./condense-webhooks.ts";
import type { Description, Schemas } from "./description.ts";
import { keepCondensed } from "./keep-condensed.ts";

let description: Description | undefined;
let webhooks: Schemas | undefined;

/** Read once a process. */
export function readDescription(): Description {
  description ??= keepCondensed("@octokit/openapi", condense);
  return description;
}

/** The payload of each event by `pull-request-opened`, and what they are made of. */
export function readWebhooks(): Schemas {
  webhooks ??= keepCondensed("@octokit/openapi-webhooks", condenseWebhooks);
  return webhooks;
}
