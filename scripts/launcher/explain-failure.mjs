import { SetUpError } from "./say.mjs";

const offline =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network (?:request|connectivity|timeout)|fetch failed|ERR_PNPM_META_FETCH_FAIL|ERR_SOCKET_TIMEOUT/;

/** Turns a package manager's output into one error: no network is the common case. */
export function explainFailure(what, output) {
  if (offline.test(output)) {
    return new SetUpError(
      `${what}: the package registry could not be reached`,
      "connect to the network (or set npm's proxy or registry) and run the command again; it is needed on first use only.",
    );
  }
  return new SetUpError(what, "read the package manager's output above.", output);
}
