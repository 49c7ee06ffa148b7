export interface Addresses {
  /** Of REST, without a final slash. */
  readonly rest: string;
  readonly graphql: string;
}

/** Where GitHub is: what was asked for, else what the job says. */
export function addressesOf(
  baseUrl: string | undefined,
  graphqlUrl: string | undefined,
): Addresses {
  const rest = withoutSlash(baseUrl ?? (process.env.GITHUB_API_URL || "https://api.github.com"));
  return { rest, graphql: graphqlUrl ?? graphqlBeside(rest) };
}

function withoutSlash(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}

/** GitHub Enterprise Server has REST at `/api/v3` and GraphQL at `/api/graphql`. */
function graphqlBeside(rest: string): string {
  return rest.endsWith("/api/v3") ? `${rest.slice(0, -"/v3".length)}/graphql` : `${rest}/graphql`;
}

/** A token never goes anywhere else, whatever a link in an answer says. */
export function isOurs(url: string, { rest, graphql }: Addresses): boolean {
  return url === graphql || url.startsWith(`${rest}/`);
}
