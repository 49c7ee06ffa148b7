import { nodeId } from "../../present/node-id.ts";
import { repositoryPage } from "../../present/repository-urls.ts";
import type { Fields } from "../fields.ts";
import type { LabelOf } from "../sources.ts";

export const labelFields: Fields<LabelOf> = {
  id: ({ id }) => nodeId("Label", id),
  name: ({ label }) => label.name,
  color: ({ label }) => label.color,
  description: ({ label }) => label.description,
  isDefault: () => false,
  repository: ({ repository }) => repository,
  url: ({ repository, label }, _args, { world }) =>
    `${repositoryPage(world, repository)}/labels/${encodeURIComponent(label.name)}`,
};
