import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { isVisible } from "../../kernel/sight.ts";
import {
  presentMinimalRepository,
  presentRepository,
  presentTraits,
} from "../../present/repository.ts";
import type { Repository } from "../../state/model.ts";
import { pageReply } from "../page-reply.ts";
import { textIn } from "../params.ts";

export const listUserRepositories = endpoint({
  method: "GET",
  path: "/users/{username}/repos",
  handle: (call) => listOwn(call, textIn(call, "username")),
});

export const listOrganizationRepositories = endpoint({
  method: "GET",
  path: "/orgs/{org}/repos",
  permission: { metadata: "read" },
  handle: (call) => listOwn(call, textIn(call, "org")),
});

export const listMyRepositories = endpoint({
  method: "GET",
  path: "/user/repos",
  handle: (call) => {
    const { actor, kind } = call.token();
    if (kind !== "user") throw new Refusal(403, "Resource not accessible by integration");
    const isMine = ({ owner, collaborators }: Repository): boolean =>
      owner.id === actor.id || collaborators.has(actor.login.toLowerCase());
    const mine = [...call.world.repositories.values()].filter(isMine);
    return pageReply(call, mine, (repository) => presentRepository(call.world, repository));
  },
});

function listOwn(call: Call, login: string): Promise<Reply> {
  const owner = call.world.users.get(login.toLowerCase());
  if (owner === undefined) throw notFound();
  const token = call.headers.authorization === undefined ? null : call.token();
  const own = [...call.world.repositories.values()].filter(
    (repository) => repository.owner.id === owner.id && isVisible(repository, token),
  );
  return pageReply(call, own, (repository) => ({
    ...presentMinimalRepository(call.world, repository),
    ...presentTraits(repository),
  }));
}
