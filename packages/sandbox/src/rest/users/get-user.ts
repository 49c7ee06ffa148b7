import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { notFound, Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { presentPublicUser } from "../../present/user.ts";
import type { User } from "../../state/model.ts";
import { textIn } from "../params.ts";

export const getUser = endpoint({
  method: "GET",
  path: "/users/{username}",
  handle: (call) => {
    const user = call.world.users.get(textIn(call, "username").toLowerCase());
    if (user === undefined) throw notFound();
    return ok(showUser(call, user));
  },
});

export const getAuthenticatedUser = endpoint({
  method: "GET",
  path: "/user",
  handle: (call) => {
    const { actor, kind } = call.token();
    if (kind !== "user") throw new Refusal(403, "Resource not accessible by integration");
    return ok(showUser(call, actor));
  },
});

function showUser(call: Call, user: User): Record<string, unknown> {
  const own = [...call.world.repositories.values()].filter(
    (repository) => repository.owner.id === user.id && !repository.private,
  );
  return presentPublicUser(call.world, user, own.length);
}
