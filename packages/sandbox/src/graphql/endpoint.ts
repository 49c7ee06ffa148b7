import { type Endpoint, endpoint } from "../kernel/endpoint.ts";
import { ok } from "../kernel/reply.ts";
import { executeDocument } from "./execute-document.ts";
import { readRequest } from "./read-request.ts";

/** Always 200 once the caller is known: what goes wrong is told in `errors`. */
export const graphqlEndpoint: Endpoint = endpoint({
  method: "POST",
  path: "/graphql",
  handle: async ({ world, token, rawBody }) =>
    ok(await executeDocument(world, token(), readRequest(rawBody))),
});
