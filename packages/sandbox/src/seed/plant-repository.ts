import { createRepository } from "../git/create-repository.ts";
import { createLabel } from "../operations/labels.ts";
import type { Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { atPlace } from "./at-place.ts";
import { repositoryNamed, userNamed } from "./look-up.ts";
import type { RepositorySeed } from "./schema.ts";
import { writeBranches } from "./write-branches.ts";

/** Makes a repository with its branches, its people and its labels. */
export async function plantRepository(
  world: World,
  seed: RepositorySeed,
  place: string,
): Promise<void> {
  const { name, description, "fork-of": parent, "default-branch": defaultBranch } = seed;
  const owner = userNamed(world, seed.owner, `${place}.owner`);
  const repository = await createRepository(world, {
    owner,
    name,
    description,
    private: seed.private,
    archived: seed.archived,
    language: seed.language,
    topics: seed.topics,
    properties: new Map(Object.entries(seed.properties)),
    defaultBranch,
    parent: parent === undefined ? null : repositoryNamed(world, parent, `${place}.fork-of`),
  });
  addCollaborators(world, repository, seed, place);
  for (const [index, label] of seed.labels.entries()) {
    const author = { actor: owner, app: null };
    await atPlace(`${place}.labels.${index}`, () => createLabel(world, author, repository, label));
  }
  repository.webhooks.push(...seed.webhooks.map((hook) => ({ id: world.nextId(), ...hook })));
  await writeBranches(world, repository, seed.branches, place);
}

function addCollaborators(
  world: World,
  repository: Repository,
  { collaborators }: RepositorySeed,
  place: string,
): void {
  for (const [login, role] of Object.entries(collaborators)) {
    const user = userNamed(world, login, `${place}.collaborators`);
    repository.collaborators.set(user.login.toLowerCase(), role);
  }
}
