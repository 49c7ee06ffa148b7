import { z } from "zod";
import { parseBody } from "../kernel/parse-body.ts";
import type { Arguments } from "./fields.ts";

export interface GraphqlRequest {
  /** Null when it is missing, or no text. */
  readonly query: string | null;
  readonly variables: Arguments;
  readonly operationName: string | null;
}

const schema = z.object({
  query: z.string().nullish().catch(null),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** @throws Refusal 400 when the body is no JSON object */
export function readRequest(rawBody: Buffer): GraphqlRequest {
  const { query, variables, operationName } = parseBody(rawBody, schema);
  return {
    query: query ?? null,
    variables: variables ?? {},
    operationName: operationName ?? null,
  };
}
