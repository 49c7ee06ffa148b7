import type { CheckPlan } from "@swarm-actions/publication";
import type { DataOf, GitHubClient, ParametersOf, Sender } from "../../client.ts";
import type { RepositoryPlace } from "../place.ts";
import type { Made, Part } from "../published.ts";
import { readAnnotations, toAnnotation, without } from "./annotations.ts";

/** How often it is looked whether the run that was first has made its check. */
const mostLooks = 4;
const betweenLooks = 1500;
/** GitHub takes fifty annotations in a request. */
const mostAtOnce = 50;

type Annotation = ReturnType<typeof toAnnotation>;
type CheckRun = DataOf<"POST /repos/{owner}/{repo}/check-runs">;

/**
 * Makes the check, or brings one up to date, with its first annotations; adds the others in batches.
 * GitHub keeps the annotations a check has, so that only new ones are added to it.
 * @param isSecond whether a run beside this one was first; then its check is waited for, and kept
 * @throws GitHubError
 */
export async function writeCheck(
  client: GitHubClient,
  place: RepositoryPlace,
  wanted: CheckPlan,
  isSecond = false,
): Promise<Part> {
  const first = isSecond && wanted.updates === null ? await awaitTwin(client, place, wanted) : null;
  if (first?.external_id === wanted.externalId) return { status: "found", value: toMade(first) };
  return writeAll(
    client,
    place,
    first === null ? wanted : { ...wanted, updates: Number(first.id) },
  );
}

/** The check that a run beside this one has begun to make before; null when it makes none. */
async function awaitTwin(
  client: GitHubClient,
  place: RepositoryPlace,
  plan: CheckPlan,
): Promise<CheckRun | null> {
  const kind = plan.externalId.slice(0, plan.externalId.lastIndexOf(":") + 1);
  for (let look = 0; look < mostLooks; look++) {
    if (look > 0) await client.pause(betweenLooks);
    const runs = await readChecks(client, place, plan);
    const twin = runs.find(({ external_id }) => external_id?.startsWith(kind) === true);
    if (twin !== undefined) return twin;
  }
  return null;
}

async function writeAll(
  client: GitHubClient,
  place: RepositoryPlace,
  plan: CheckPlan,
): Promise<Part> {
  const planned = plan.annotations.map(toAnnotation);
  const known =
    plan.updates === null || planned.length === 0
      ? []
      : await readAnnotations(client, place, plan.updates);
  const annotations = without(planned, known);
  const first = await writeFirst(client, place, plan, annotations.slice(0, mostAtOnce));
  if (first.status === "dry-run") return first;
  for (let from = mostAtOnce; from < annotations.length; from += mostAtOnce) {
    const some = annotations.slice(from, from + mostAtOnce);
    const more = { check: first.value.id, annotations: some, before: known.length + from };
    await addMore(client, place, plan, more);
  }
  return first;
}

function writeFirst(
  client: GitHubClient,
  place: RepositoryPlace,
  plan: CheckPlan,
  annotations: readonly Annotation[],
): Promise<Part & { readonly status: "written" | "found" | "dry-run" }> {
  return client.write({
    action: plan.updates === null ? "create check" : "update check",
    target: targetOf(place, plan),
    send: async (sender) => toMade(await sendCheck(sender, place, plan, annotations)),
    find: async (reader) => {
      const found = await findCheck(reader, place, plan);
      return found === undefined ? null : toMade(found);
    },
  });
}

function sendCheck(
  sender: Sender,
  { owner, repository: repo }: RepositoryPlace,
  plan: CheckPlan,
  annotations: readonly Annotation[],
): Promise<CheckRun> {
  const { name, externalId: external_id, conclusion, updates } = plan;
  const shared = { owner, repo, name, external_id, status: "completed", conclusion } as const;
  const output = outputOf(plan, annotations);
  if (updates === null) {
    const created = { ...shared, head_sha: plan.headSha, output };
    return sender.rest("POST /repos/{owner}/{repo}/check-runs", created);
  }
  const updated = { ...shared, check_run_id: updates, output };
  return sender.rest("PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}", updated);
}

type Output = NonNullable<
  ParametersOf<"PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}">["output"]
>;

function outputOf({ title, summary }: CheckPlan, annotations: readonly Annotation[]) {
  return { title, summary, annotations: [...annotations] } satisfies Output;
}

async function findCheck(
  client: GitHubClient,
  place: RepositoryPlace,
  plan: CheckPlan,
): Promise<CheckRun | undefined> {
  const runs = await readChecks(client, place, plan);
  return runs.find(
    (run) =>
      run.external_id === plan.externalId &&
      run.head_sha === plan.headSha &&
      run.conclusion === plan.conclusion &&
      (plan.updates === null || (run.id === plan.updates && run.output.title === plan.title)),
  );
}

async function readChecks(
  client: GitHubClient,
  { owner, repository: repo }: RepositoryPlace,
  { name, headSha: ref }: CheckPlan,
): Promise<readonly CheckRun[]> {
  const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
  const query = { check_name: name, filter: "all", per_page: 100 } as const;
  const { check_runs } = await client.read(route, { owner, repo, ref, ...query });
  return check_runs;
}

interface MoreAnnotations {
  readonly check: number;
  readonly annotations: readonly Annotation[];
  /** How many the check has already. */
  readonly before: number;
}

async function addMore(
  client: GitHubClient,
  place: RepositoryPlace,
  plan: CheckPlan,
  { check: id, annotations, before }: MoreAnnotations,
): Promise<void> {
  const { owner, repository: repo } = place;
  await client.write({
    action: "add annotations",
    target: targetOf(place, plan),
    send: async (sender) => {
      const output = outputOf(plan, annotations);
      const route = "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}";
      return toMade(await sender.rest(route, { owner, repo, check_run_id: id, output }));
    },
    find: async (reader) => {
      const route = "GET /repos/{owner}/{repo}/check-runs/{check_run_id}";
      const run = await reader.read(route, { owner, repo, check_run_id: id });
      return run.output.annotations_count >= before + annotations.length ? toMade(run) : null;
    },
  });
}

function toMade(run: CheckRun): Made {
  return { id: Number(run.id), url: run.html_url ?? run.url };
}

function targetOf({ owner, repository }: RepositoryPlace, { name, headSha }: CheckPlan): string {
  return `${owner}/${repository}@${headSha} ${name}`;
}
