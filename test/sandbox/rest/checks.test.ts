import { expect, it } from "vitest";
import {
  completeWorkflowRun,
  createWorkflowRun,
} from "../../../packages/sandbox/src/operations/workflow-runs.ts";
import { startRest } from "./rest-scenario.ts";

interface Shown {
  readonly name: string;
  readonly id: number;
}

const annotation = (line: number) => ({
  path: "a.txt",
  start_line: line,
  end_line: line,
  annotation_level: "warning",
  message: `On ${line}`,
});
const annotations = (count: number) =>
  Array.from({ length: count }, (_, index) => annotation(index + 1));

it("creates a check run and completes it, adding annotations fifty at a time", async () => {
  await using scenario = await startRest();
  const { as, head } = scenario;
  const job = as("job");
  const made = await job("POST check-runs", {
    name: "review",
    head_sha: head,
    status: "in_progress",
    external_id: "one",
    output: { title: "t", summary: "s", annotations: annotations(50) },
  });
  expect(made.body).toMatchObject({
    status: "in_progress",
    conclusion: null,
    app: { slug: "github-actions" },
    pull_requests: [{ number: 1 }],
    output: { annotations_count: 50 },
  });
  const url = `check-runs/${made.body.id}` as const;
  const output = { title: "t", summary: "s", annotations: annotations(10) };
  const done = await job(`PATCH ${url}`, { conclusion: "failure", output });
  expect(done.body).toMatchObject({
    status: "completed",
    conclusion: "failure",
    output: { annotations_count: 60 },
  });
  expect((await job(`GET ${url}`)).body.completed_at).not.toBeNull();
  expect((await job(`GET ${url}/annotations?per_page=100`)).body).toHaveLength(60);
  expect((await job(`GET ${url}/annotations`)).body[0]).toMatchObject({
    path: "a.txt",
    start_line: 1,
  });
  const events = scenario.sandbox.events.map(({ name, payload }) => `${name} ${payload.action}`);
  expect(events).toEqual(["check_run created", "check_run completed"]);
});

it("refuses check runs of people, of other Apps, of unknown commits and with too much at once", async () => {
  await using scenario = await startRest(
    /check-runs.+422 is not documented/,
    /annotations: must NOT|annotations.+(?:fewer|more)/,
  );
  const { as, head } = scenario;
  const body = { name: "review", head_sha: head };
  expect((await as("wendy")("POST check-runs", body)).status).toBe(403);
  expect((await as("job-that-reads")("POST check-runs", body)).status).toBe(403);
  const missing = await as("job")("POST check-runs", { ...body, head_sha: "0".repeat(40) });
  expect(missing.body.message).toBe(`No commit found for SHA: ${"0".repeat(40)}`);
  const output = { title: "t", summary: "s", annotations: annotations(51) };
  const flood = await as("job")("POST check-runs", { ...body, output });
  expect([flood.status, flood.body.message]).toEqual([
    422,
    "Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.",
  ]);
  const open = await as("job")("POST check-runs", { ...body, status: "completed" });
  expect(open.body.message).toContain('"conclusion" wasn\'t supplied');
  expect((await as("job")("GET commits/change/check-runs")).body.total_count).toBe(0);
  const { id } = (await as("app")("POST check-runs", body)).body;
  expect((await as("job")(`PATCH check-runs/${id}`, { conclusion: "success" })).status).toBe(403);
});

it("lists the newest check run of each name, in its suite", async () => {
  await using scenario = await startRest();
  const { as, head } = scenario;
  const make = (token: string, name: string, conclusion: string) =>
    as(token)("POST check-runs", { name, head_sha: head, conclusion });
  await make("job", "review", "failure");
  const second = await make("job", "review", "success");
  await make("app", "other", "neutral");
  const list = (await as("job")("GET commits/change/check-runs")).body;
  expect(list.check_runs.map(({ name }: Shown) => name)).toEqual(["other", "review"]);
  expect(list.check_runs[1].id).toBe(second.body.id);
  expect((await as("job")("GET commits/change/check-runs?filter=all")).body.total_count).toBe(3);
  expect((await as("job")("GET commits/change/check-runs?check_name=other")).body.total_count).toBe(
    1,
  );
  const suites = (await as("job")("GET commits/change/check-suites")).body.check_suites;
  expect(suites).toMatchObject([
    {
      status: "completed",
      conclusion: "failure",
      latest_check_runs_count: 2,
      head_branch: "change",
    },
    { conclusion: "neutral", app: { slug: "reviewer" } },
  ]);
  expect((await as("job")(`GET check-suites/${suites[0].id}`)).body.id).toBe(suites[0].id);
  expect((await as("job")(`GET check-suites/${suites[0].id}/check-runs`)).body.total_count).toBe(1);
});

it("combines the statuses of a commit", async () => {
  await using scenario = await startRest();
  const { as, head } = scenario;
  const job = as("job");
  const combined = async () => (await job("GET commits/change/status")).body;
  expect(await combined()).toMatchObject({ state: "pending", total_count: 0 });
  const url = `POST statuses/${head}` as const;
  expect((await job(url, { state: "failure", context: "ci" })).status).toBe(201);
  expect((await combined()).state).toBe("failure");
  await job(url, { state: "success", context: "ci", description: "Fine" });
  expect(await combined()).toMatchObject({ state: "success", total_count: 1, sha: head });
  expect((await job("GET commits/change/statuses")).body).toHaveLength(2);
  expect((await as("bystander")(url, { state: "success" })).status).toBe(404);
});

it("shows workflow runs, and of forks no pull request", async () => {
  await using scenario = await startRest();
  const { as, head, sandbox } = scenario;
  const { world } = sandbox;
  const shop = world.repositories.get("acme/shop");
  const pullRequest = shop?.issues.get(1)?.pullRequest;
  if (shop === undefined || pullRequest === null || pullRequest === undefined)
    throw new Error("seed");
  const run = await createWorkflowRun(world, shop, {
    name: "CI",
    path: ".github/workflows/ci.yml",
    event: "pull_request",
    headSha: head,
    headBranch: "change",
    headRepository: shop,
    actor: pullRequest.issue.author,
    pullRequests: [pullRequest],
  });
  await completeWorkflowRun(world, run, "success");
  const ask = as("job");
  const shown = (await ask(`GET actions/runs/${run.id}`)).body;
  expect(shown).toMatchObject({
    name: "CI",
    conclusion: "success",
    display_title: "Change",
    pull_requests: [{ number: 1 }],
  });
  expect((await ask("GET actions/runs?status=success")).body.total_count).toBe(1);
  expect((await ask("GET actions/runs?branch=main")).body.total_count).toBe(0);
  expect((await ask("GET actions/workflows/ci.yml/runs")).body.total_count).toBe(1);
  expect((await ask(`GET actions/workflows/${shown.workflow_id}/runs`)).body.total_count).toBe(1);
  expect((await ask("GET actions/workflows/none.yml/runs")).status).toBe(404);
  expect((await ask(`GET actions/runs/${run.id}/jobs`)).body).toEqual({ total_count: 0, jobs: [] });
  expect((await ask("GET actions/runs/1")).status).toBe(404);
  const events = sandbox.events.map(({ name, payload }) => `${name} ${payload.action}`);
  expect(events).toEqual(["workflow_run requested", "workflow_run completed"]);
});
