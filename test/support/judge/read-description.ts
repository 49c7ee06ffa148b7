import { condense } from "./condense.ts";
import { condenseWebhooks } from "./condense-webhooks.ts";
import { keepCondensed } from "./keep-condensed.ts";
import type { Operation } from "./operation.ts";
import type { Schema } from "./rewrite-schema.ts";

/** By name; they refer to each other by name too. */
export type Schemas = Readonly<Record<string, Schema>>;

/** GitHub's REST description, cut down to what judges need. */
export interface Description {
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
}

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
