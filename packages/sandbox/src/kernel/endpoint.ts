import type { IncomingHttpHeaders } from "node:http";
import type { z } from "zod";
import type { Access, App, Repository, Token } from "../state/model.ts";
import type { World } from "../state/world.ts";
import type { FaultEffect } from "./fault.ts";
import { parseBody } from "./parse-body.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";

/**
 * Who may call. `token` needs a valid token with `permission`; `app` an App's JWT; `runtime` a job's
 * runtime token; `anyone` nothing, or a signature in the address that the endpoint checks itself.
 */
type Entrance = "token" | "app" | "runtime" | "anyone";

/** What GitHub asks of a token, by the names of a workflow's `permissions`: one of them is enough. */
export type Permission = Readonly<Record<string, Access>>;

/** A request that has found its endpoint and was let in. */
export interface Call {
  readonly world: World;
  /** As it was asked for, without the query. */
  readonly path: string;
  /** What stood in the braces of the path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
  /** A fault on demand that only this endpoint knows the meaning of; null: none. */
  readonly effect: FaultEffect | null;
  /**
   * Who calls. @throws Refusal 401 when nobody said who they are
   * @throws Error when the endpoint's entrance is not `token`
   */
  readonly token: () => Token;
  /** Which App calls. @throws Error when the endpoint's entrance is not `app`. */
  readonly app: () => App;
  /** The repository of `/repos/{owner}/{repo}`. @throws Error on other paths. */
  readonly repository: () => Repository;
}

/** An answer. */
export interface Reply {
  readonly status: number;
  /** JSON, bytes, or null for none. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of the API: method, path, permission and behaviour. */
export interface Endpoint {
  readonly method: Method;
  /** As GitHub's OpenAPI description writes it: `/repos/{owner}/{repo}/pulls/{pull_number}`. */
  readonly path: string;
  readonly entrance: Entrance;
  /** Null: any token will do. */
  readonly permission: Permission | null;
  readonly answer: (call: Call) => Reply | Promise<Reply>;
}

interface EndpointParts<Body> {
  readonly method: Method;
  readonly path: string;
  /** Default `token`. */
  readonly entrance?: Entrance;
  readonly permission?: Permission;
  /** What the JSON body must be; what does not fit is refused with 422. */
  readonly body?: z.ZodType<Body>;
  readonly handle: (call: Call, body: Body) => Reply | Promise<Reply>;
}

/** Finishes an endpoint: its behaviour gets a body that is as it must be. */
export function endpoint<Body = undefined>(parts: EndpointParts<Body>): Endpoint {
  const { method, path, entrance = "token", permission = null, body, handle } = parts;
  return {
    method,
    path,
    entrance,
    permission,
    answer: (call) =>
      handle(call, body === undefined ? (undefined as Body) : parseBody(call.rawBody, body)),
  };
}
