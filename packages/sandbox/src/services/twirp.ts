import type { z } from "zod";
import type { Call, Endpoint, Reply } from "../kernel/endpoint.ts";
import { type RuntimeScope, readRuntimeToken } from "./runtime-token.ts";
import { TwirpError } from "./twirp-error.ts";

interface MethodParts<Body> {
  /** `ArtifactService`, `CacheService`. */
  readonly service: string;
  readonly method: string;
  /** The request as protobuf writes it in JSON: names with `_`, integers of 64 bits as text, no defaults. */
  readonly body: z.ZodType<Body>;
  readonly handle: (call: Call, body: Body, scope: RuntimeScope) => unknown;
}

/** One method of the results service, for whoever holds a job's runtime token. */
export function twirpMethod<Body>(parts: MethodParts<Body>): Endpoint {
  return {
    method: "POST",
    path: `/twirp/github.actions.results.api.v1.${parts.service}/${parts.method}`,
    entrance: "runtime",
    permission: null,
    answer: async (call) => {
      try {
        const scope = await readRuntimeToken(call);
        return { status: 200, body: parts.handle(call, parse(call, parts.body), scope) };
      } catch (error) {
        if (error instanceof TwirpError) return replyOf(error);
        throw error;
      }
    },
  };
}

function parse<Body>(call: Call, schema: z.ZodType<Body>): Body {
  const result = schema.safeParse(readJson(call.rawBody));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new TwirpError("invalid_argument", `${issue?.path.join(".")}: ${issue?.message}`);
}

function readJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString("utf8"));
  } catch {
    throw new TwirpError("malformed", "the json request could not be decoded");
  }
}

function replyOf(error: TwirpError): Reply {
  return { status: error.status, body: { code: error.code, msg: error.message } };
}
