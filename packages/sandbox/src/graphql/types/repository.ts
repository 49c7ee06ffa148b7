import { canWrite, roleOf } from "../../kernel/role.ts";
import { instant } from "../../present/instant.ts";
import { nodeId } from "../../present/node-id.ts";
import { fullName, repositoryPage } from "../../present/repository-urls.ts";
import type { Repository } from "../../state/model.ts";
import { can, mayRead } from "../access.ts";
import { connection } from "../connection.ts";
import type { GraphqlContext } from "../context.ts";
import { GraphqlFault } from "../fault.ts";
import { type Fields, textOf, withArguments } from "../fields.ts";
import { findRef } from "../git/find-ref.ts";
import { findByExpression, findByHash } from "../git/read-object.ts";
import { labelOf } from "../sources.ts";
import { pathOf } from "./address.ts";
import { type Collaborator, listCollaborators } from "./collaborators.ts";
import { repositoryConversationFields } from "./repository-conversations.ts";

const identity: Fields<Repository> = {
  id: ({ id }) => nodeId("Repository", id),
  databaseId: ({ id }) => id,
  name: ({ name }) => name,
  nameWithOwner: (repository) => fullName(repository),
  owner: ({ owner }) => owner,
  description: ({ description }) => description,
  isPrivate: (repository) => repository.private,
  visibility: (repository) => (repository.private ? "PRIVATE" : "PUBLIC"),
  isFork: ({ parent }) => parent !== null,
  isArchived: () => false,
  parent: ({ parent }) => parent,
  createdAt: ({ createdAt }) => instant(createdAt),
  pushedAt: ({ pushedAt }) => instant(pushedAt),
  url: (repository, _args, { world }) => repositoryPage(world, repository),
  resourcePath: (repository, _args, { world }) => pathOf(world, repositoryPage(world, repository)),
  isInOrganization: ({ owner }) => owner.type === "Organization",
};

const gitFields: Fields<Repository> = {
  defaultBranchRef: (repository) => findRef(repository, `refs/heads/${repository.defaultBranch}`),
  ref: withArguments(["qualifiedName"], (repository, args) => {
    const name = textOf(args, "qualifiedName") ?? "";
    return findRef(repository, name.startsWith("refs/") ? name : `refs/heads/${name}`);
  }),
  object: withArguments(["expression", "oid"], (repository, args, context) => {
    mayRead(context, repository, { contents: "read" });
    const oid = textOf(args, "oid");
    if (oid !== null) return findByHash(repository, oid);
    return findByExpression(repository, textOf(args, "expression") ?? "HEAD");
  }),
};

const people: Fields<Repository> = {
  viewerPermission: (repository, _args, context) => permissionOfViewer(repository, context),
  collaborators: connection<Repository, Collaborator>(
    (repository, args, context) => {
      checkMayListPeople(repository, context);
      return listCollaborators(repository, context, textOf(args, "query"), textOf(args, "login"));
    },
    {
      args: ["query", "login"],
      node: ({ user }) => user,
      edge: ({ role }) => ({ permission: role.toUpperCase() }),
    },
  ),
};

function permissionOfViewer(repository: Repository, context: GraphqlContext): string | null {
  const { token } = context;
  if (token.kind === "user") return roleOf(repository, token.actor)?.toUpperCase() ?? null;
  return can(context, repository, { contents: "write" }) ? "WRITE" : "READ";
}

function checkMayListPeople(repository: Repository, { token }: GraphqlContext): void {
  if (token.kind !== "user" || canWrite(repository, token.actor)) return;
  throw new GraphqlFault("FORBIDDEN", "Must have push access to view repository collaborators.");
}

export const repositoryFields: Fields<Repository> = {
  ...identity,
  ...gitFields,
  ...repositoryConversationFields,
  ...people,
  labels: connection((repository) => repository.labels.map((label) => labelOf(repository, label))),
  label: withArguments(["name"], (repository, args) => {
    const name = textOf(args, "name")?.toLowerCase();
    const found = repository.labels.find((label) => label.name.toLowerCase() === name);
    return found === undefined ? null : labelOf(repository, found);
  }),
};
