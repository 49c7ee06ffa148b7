import { refresh } from "../../kernel/rate-limit.ts";
import { instant } from "../../present/instant.ts";
import type { User } from "../../state/model.ts";
import type { GraphqlContext } from "../context.ts";
import { unresolved } from "../fault.ts";
import { type Fields, textOf, textsOf, withArguments } from "../fields.ts";
import { findNode } from "../find-node.ts";
import type { Viewer } from "../sources.ts";
import { findRepository } from "./find-repository.ts";

type Root = Readonly<Record<string, never>>;

export const queryFields: Fields<Root> = {
  // Renames do not happen here, so following them changes nothing.
  repository: withArguments(["owner", "name", "followRenames"], (_root, args, context) =>
    findRepository(context, textOf(args, "owner") ?? "", textOf(args, "name") ?? ""),
  ),
  node: withArguments(["id"], (_root, args, context) =>
    needNode(context, textOf(args, "id") ?? ""),
  ),
  nodes: withArguments(["ids"], (_root, args, context) =>
    // Each is looked for by itself, so that one that is missing leaves the others.
    (textsOf(args, "ids") ?? []).map((id) => needNode(context, id)),
  ),
  viewer: (_root, _args, { token }): Viewer => ({ kind: "viewer", user: token.actor }),
  user: withArguments(["login"], (_root, args, context) => findUser(context, args.login, "User")),
  organization: withArguments(["login"], (_root, args, context) =>
    findUser(context, args.login, "Organization"),
  ),
  repositoryOwner: withArguments(["login"], (_root, args, { world }) => {
    const found = world.users.get((textOf(args, "login") ?? "").toLowerCase());
    return found === undefined || found.type === "Bot" ? null : found;
  }),
  rateLimit: withArguments(["dryRun"], () => ({})),
};

async function needNode(context: GraphqlContext, id: string): Promise<unknown> {
  const found = await findNode(context, id);
  if (found === null) throw unresolved(`a node with the global id of '${id}'.`);
  return found;
}

function findUser({ world }: GraphqlContext, login: unknown, type: "User" | "Organization"): User {
  const found = world.users.get(String(login).toLowerCase());
  if (found?.type === type) return found;
  const article = type === "User" ? "a" : "an";
  throw unresolved(`${article} ${type} with the login of '${String(login)}'.`);
}

export const rateLimitFields: Fields<Root> = {
  cost: (_root, _args, { cost }) => cost.points,
  nodeCount: (_root, _args, { cost }) => cost.nodes,
  limit: (_root, _args, context) => windowOf(context).limit,
  used: (_root, _args, context) => windowOf(context).used,
  remaining: (_root, _args, context) => {
    const { limit, used } = windowOf(context);
    return Math.max(0, limit - used);
  },
  resetAt: (_root, _args, context) => instant(new Date(windowOf(context).resetAt)),
};

function windowOf({ world, token }: GraphqlContext) {
  refresh(world, token.graphql);
  return token.graphql;
}
