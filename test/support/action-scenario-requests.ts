import type { Exchange } from "@swarm-actions/sandbox";

/** What went over the wire, by what it is for. */
export interface ScenarioRequests {
  /** Of the API; a query counts as one. */
  readonly reads: readonly Exchange[];
  /** Of the API; a document with a mutation counts as one. */
  readonly writes: readonly Exchange[];
  readonly git: readonly Exchange[];
  /** Artifacts, caches and their storage. */
  readonly services: readonly Exchange[];
}

type Kind = keyof ScenarioRequests;

export function sortRequests(exchanges: readonly Exchange[]): ScenarioRequests {
  const sorted: Record<Kind, Exchange[]> = { reads: [], writes: [], git: [], services: [] };
  for (const exchange of exchanges) sorted[kindOf(exchange)].push(exchange);
  return sorted;
}

function kindOf({ url, method, requestBody }: Exchange): Kind {
  const [path = ""] = url.split("?");
  if (/^\/(twirp|blobs)\//.test(path)) return "services";
  if (/^\/[^/]+\/[^/]+?(\.git)?\/(info\/refs|git-(upload|receive)-pack)$/.test(path)) return "git";
  if (path === "/graphql") return isMutation(requestBody) ? "writes" : "reads";
  return method === "GET" || method === "HEAD" ? "reads" : "writes";
}

function isMutation(body: unknown): boolean {
  const query = typeof body === "object" && body !== null && "query" in body ? body.query : "";
  return /^\s*mutation\b/.test(String(query));
}

/** Whether a run with these secrets may have sent it; without a credential it may have been anyone. */
export function isSentBy({ requestHeaders }: Exchange, secrets: readonly string[]): boolean {
  const { authorization } = requestHeaders;
  if (authorization === undefined) return true;
  const [kind = "", sent = ""] = authorization.split(" ");
  const plain = kind.toLowerCase() === "basic" ? Buffer.from(sent, "base64").toString() : sent;
  return secrets.some((secret) => plain === secret || plain.endsWith(`:${secret}`));
}
