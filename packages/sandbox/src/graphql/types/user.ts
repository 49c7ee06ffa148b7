import { nodeId } from "../../present/node-id.ts";
import type { Repository, User } from "../../state/model.ts";
import { sees } from "../access.ts";
import { connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { type Fields, textOf, withArguments } from "../fields.ts";
import type { Viewer } from "../sources.ts";
import { findRepository } from "./find-repository.ts";

/** GraphQL leaves out what REST puts behind a bot's name. */
function loginOf({ login, type }: User): string {
  return type === "Bot" ? login.replace(/\[bot\]$/u, "") : login;
}

const actorFields: Fields<User> = {
  id: ({ type, id }) => nodeId(type, id),
  databaseId: ({ id }) => id,
  login: (user) => loginOf(user),
  avatarUrl: withArguments(["size"], ({ id }, _args, { world }) => `${world.url}/avatars/u/${id}`),
  url: (user, _args, { world }) => `${world.url}${pageOf(user)}`,
  resourcePath: (user) => pageOf(user),
};

function pageOf(user: User): string {
  return user.type === "Bot" ? `/apps/${loginOf(user)}` : `/${user.login}`;
}

const ownerFields: Fields<User> = {
  ...actorFields,
  name: ({ name }) => name,
  repository: withArguments(["name", "followRenames"], (user, args, context) =>
    findRepository(context, user.login, textOf(args, "name") ?? ""),
  ),
  repositories: connection((user, _args, context) => ownedBy(user, context)),
};

function ownedBy({ id }: User, context: GraphqlContext): readonly Repository[] {
  const all = [...context.world.repositories.values()];
  return all.filter((one) => one.owner.id === id && sees(context, one));
}

export const botFields: Fields<User> = actorFields;
export const organizationFields: Fields<User> = ownerFields;

/** A user, or whoever asks: also a bot, then, under its whole login. */
export const userFields: Fields<User | Viewer> = {
  ...onUser(ownerFields),
  login: (source) => userOf(source).login,
  isViewer: (source, _args, { token }) => userOf(source).id === token.actor.id,
};

function userOf(source: User | Viewer): User {
  return "kind" in source ? source.user : source;
}

function onUser(fields: Fields<User>): Fields<User | Viewer> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (typeof field === "function") {
        return [name, (source, ...rest) => field(userOf(source), ...rest)];
      }
      const { args, resolve } = field;
      return [name, withArguments(args, (source, ...rest) => resolve(userOf(source), ...rest))];
    }),
  );
}
