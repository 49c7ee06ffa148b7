import type { Redactor } from "@swarm-actions/core";
import type { Credentials } from "../client-options.ts";

/** Gives the token for the next request; it may be another one after an hour. */
export type TokenSource = () => Promise<string>;

/** Sends a request by itself, without the client's own authorization. */
export type AppRequest = NonNullable<
  Parameters<typeof import("@octokit/auth-app").createAppAuth>[0]["request"]
>;

export function createTokenSource(
  credentials: Credentials,
  request: AppRequest,
  redactor: Redactor,
): TokenSource {
  if (credentials.kind === "token") {
    redactor.add(credentials.token);
    return async () => credentials.token;
  }
  redactor.add(credentials.privateKey);
  let starting: Promise<TokenSource> | null = null;
  return async () => {
    starting ??= startApp(credentials, request);
    const token = await (await starting)();
    redactor.add(token);
    return token;
  };
}

type AppCredentials = Extract<Credentials, { readonly kind: "app" }>;

/** Loaded when there is an App only: signing takes longer to load than all the rest. */
async function startApp(credentials: AppCredentials, request: AppRequest): Promise<TokenSource> {
  const { createAppAuth } = await import("@octokit/auth-app");
  const { appId, privateKey, installation } = credentials;
  const auth = createAppAuth({ appId, privateKey, request });
  const installationId = await findInstallation(installation, request, async () => {
    return (await auth({ type: "app" })).token;
  });
  return async () => (await auth({ type: "installation", installationId })).token;
}

async function findInstallation(
  installation: AppCredentials["installation"],
  request: AppRequest,
  signIn: () => Promise<string>,
): Promise<number> {
  if ("id" in installation) return installation.id;
  const { data } = await request("GET /repos/{owner}/{repo}/installation", {
    owner: installation.owner,
    repo: installation.repository,
    headers: { authorization: `bearer ${await signIn()}` },
  });
  return Number(data.id);
}

/** What sort of token it is, by its public beginning: `ghs`, `ghp`; nothing secret. */
export function identityOf(credentials: Credentials): string {
  if (credentials.kind === "app") return "app";
  return /^(gh[a-z]|github_pat)_/.exec(credentials.token)?.[1] ?? "other";
}
