import { endpoint } from "../../kernel/endpoint.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { ok } from "../../kernel/reply.ts";
import { roleOf } from "../../kernel/role.ts";
import { presentPermissions } from "../../present/full-repository.ts";
import { presentUser } from "../../present/user.ts";
import { textIn } from "../params.ts";

/** GitHub tells two roles by the nearest of the old four. */
const permissions = {
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};

export const getCollaboratorPermission = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/collaborators/{username}/permission",
  permission: { metadata: "read" },
  handle: (call) => {
    const user = call.world.users.get(textIn(call, "username").toLowerCase());
    if (user === undefined) throw new Refusal(404, "Not Found");
    const role = roleOf(call.repository(), user);
    const role_name = role ?? "none";
    return ok({
      permission: role === null ? "none" : permissions[role],
      user: {
        ...presentUser(call.world, user),
        permissions: presentPermissions(role),
        role_name,
      },
      role_name,
    });
  },
});
