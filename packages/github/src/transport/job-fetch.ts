/** What a runner sets where GitHub can only be reached through another server. */
const proxyVariables = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"] as const;

/** Node's own, unless the job has a proxy: then that of GitHub's toolkit, which takes long to load. */
export function jobFetch(variables: Readonly<Record<string, string | undefined>>): typeof fetch {
  if (!proxyVariables.some((name) => variables[name])) return fetch;
  return async (input, init) => {
    const { defaults } = await import("@actions/github/lib/utils");
    const proxied: typeof fetch = defaults.request?.fetch ?? fetch;
    return proxied(input, init);
  };
}
