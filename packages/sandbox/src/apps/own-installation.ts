import { type Call, endpoint } from "../kernel/endpoint.ts";
import { page } from "../kernel/paginate.ts";
import { Refusal } from "../kernel/refusal.ts";
import { noContent, ok } from "../kernel/reply.ts";
import { isCovered } from "../kernel/sight.ts";
import { presentRepository } from "../present/repository.ts";
import type { Token } from "../state/model.ts";

/** What the token of an installation, or of a job, is good for. */
export const listOwnRepositories = endpoint({
  method: "GET",
  path: "/installation/repositories",
  handle: (call) => {
    const token = installationToken(call);
    const all = [...call.world.repositories.values()].filter((one) => isCovered(one, token));
    const { items, headers } = page(call, all);
    const repositories = items.map((one) => presentRepository(call.world, one));
    return ok({ total_count: all.length, repositories }, headers);
  },
});

/** An installation that is done gives its token back. */
export const revokeOwnToken = endpoint({
  method: "DELETE",
  path: "/installation/token",
  handle: (call) => {
    call.world.tokens.delete(installationToken(call).value);
    return noContent();
  },
});

function installationToken(call: Call): Token {
  const token = call.token();
  if (token.kind !== "user") return token;
  throw new Refusal(403, "You must authenticate with an installation access token.");
}
