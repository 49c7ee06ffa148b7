import type { Operation } from "./operation.ts";
import type { Schema } from "./rewrite-schema.ts";

/** By name; they refer to each other by name too. */
export type Schemas = Readonly<Record<string, Schema>>;

/** GitHub's REST description, cut down to what judges need. */
export interface Description {
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;
}
