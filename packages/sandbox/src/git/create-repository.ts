import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import type { Repository, User } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { runGit } from "./run-git.ts";

export interface NewRepository
  extends Partial<Pick<Repository, "archived" | "language" | "topics" | "properties">> {
  readonly owner: User;
  readonly name: string;
  readonly description?: string | null;
  readonly private?: boolean;
  /** Default: that of the parent, or main. */
  readonly defaultBranch?: string | undefined;
  /** What it is a fork of; its branches are taken over. */
  readonly parent?: Repository | null;
}

/** What GitHub's own servers allow; pull requests' refs are its to move. */
const settings = `
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	hideRefs = refs/pull
	autogc = false
[gc]
	auto = 0
`;

/** Makes a repository of real git, and tells the world of it. */
export async function createRepository(world: World, parts: NewRepository): Promise<Repository> {
  const { owner, name, parent = null } = parts;
  const id = world.nextId();
  const repository: Repository = {
    kind: "repository",
    id,
    owner,
    name,
    description: parts.description ?? null,
    private: parts.private ?? false,
    archived: parts.archived ?? false,
    language: parts.language ?? null,
    topics: parts.topics ?? [],
    properties: parts.properties ?? new Map(),
    defaultBranch: parts.defaultBranch ?? parent?.defaultBranch ?? "main",
    parent,
    gitDirectory: join(world.directory, `${id}.git`),
    collaborators: new Map(),
    labels: [],
    issues: new Map(),
    checkSuites: [],
    statuses: [],
    workflowRuns: [],
    artifacts: [],
    caches: [],
    webhooks: [],
    createdAt: world.now(),
    pushedAt: world.now(),
  };
  await initialize(repository);
  world.repositories.set(`${owner.login}/${name}`.toLowerCase(), repository);
  return repository;
}

async function initialize({ gitDirectory, defaultBranch, parent }: Repository): Promise<void> {
  await runGit(gitDirectory, [
    "init",
    "--quiet",
    "--bare",
    "--template=",
    "-b",
    defaultBranch,
    "--",
    gitDirectory,
  ]);
  await appendFile(join(gitDirectory, "config"), settings);
  if (parent === null) return;
  const branches = "refs/heads/*:refs/heads/*";
  await runGit(gitDirectory, [
    "fetch",
    "--quiet",
    "--no-write-fetch-head",
    parent.gitDirectory,
    branches,
  ]);
}
