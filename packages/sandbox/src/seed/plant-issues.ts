import type { Author } from "../operations/author.ts";
import { createPullRequest } from "../operations/create-pull-request.ts";
import { createIssueComment } from "../operations/issue-comments.ts";
import { setLabels } from "../operations/labels.ts";
import { recordIssue } from "../operations/record-issue.ts";
import type { Issue, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { atPlace } from "./at-place.ts";
import { repositoryNamed, userNamed } from "./look-up.ts";
import type { RepositorySeed } from "./schema.ts";

type IssueSeed = RepositorySeed["issues"][number];
type PullRequestSeed = RepositorySeed["pull-requests"][number];

/** Opens a repository's pull requests and issues, in this order, so that they are numbered in it. */
export async function plantIssues(
  world: World,
  seed: RepositorySeed,
  place: string,
): Promise<void> {
  const repository = repositoryNamed(world, `${seed.owner}/${seed.name}`, place);
  for (const [index, one] of seed["pull-requests"].entries()) {
    const where = `${place}.pull-requests.${index}`;
    await atPlace(where, () => plantPullRequest(world, repository, one, where));
  }
  for (const [index, one] of seed.issues.entries()) {
    const where = `${place}.issues.${index}`;
    const author = authorOf(world, repository, one.author, where);
    const issue = recordIssue(world, author, repository, one);
    await atPlace(where, () => plantTalk(world, issue, one, where));
  }
}

async function plantPullRequest(
  world: World,
  repository: Repository,
  seed: PullRequestSeed,
  place: string,
): Promise<void> {
  const { title, body, draft, base = repository.defaultBranch } = seed;
  const author = authorOf(world, repository, seed.author, place);
  const head = headOf(world, repository, seed.head, place);
  const input = { title, body, draft, base, head };
  const { issue } = await createPullRequest(world, author, repository, input);
  await plantTalk(world, issue, seed, place);
}

async function plantTalk(
  world: World,
  issue: Issue,
  seed: IssueSeed,
  place: string,
): Promise<void> {
  const { repository } = issue;
  const owner = { actor: repository.owner, app: null };
  if (seed.labels.length > 0) await setLabels(world, owner, issue, seed.labels);
  for (const { author, body } of seed.comments) {
    createIssueComment(world, authorOf(world, repository, author, place), issue, body);
  }
}

function authorOf(
  world: World,
  repository: Repository,
  login: string | undefined,
  place: string,
): Author {
  return { actor: userNamed(world, login ?? repository.owner.login, place), app: null };
}

/** A branch here, or `owner:branch` of a fork, whatever the fork's name. */
function headOf(
  world: World,
  repository: Repository,
  head: string,
  place: string,
): { readonly repository: Repository; readonly ref: string } {
  const colon = head.indexOf(":");
  if (colon < 0) return { repository, ref: head };
  const owner = userNamed(world, head.slice(0, colon), place);
  const network = [...world.repositories.values()].filter(
    (one) => one === repository || one.parent === repository,
  );
  const found = network.find((one) => one.owner === owner);
  const from = found ?? repositoryNamed(world, `${owner.login}/${repository.name}`, place);
  return { repository: from, ref: head.slice(colon + 1) };
}
