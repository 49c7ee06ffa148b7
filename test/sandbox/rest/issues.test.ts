import { expect, it } from "vitest";
import { startRest } from "./rest-scenario.ts";

interface Shown {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly body: string;
}

const names = (labels: readonly Shown[]): string[] => labels.map(({ name }) => name);

it("opens, shows, lists and changes issues", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const made = await wendy("POST issues", {
    title: "Slow",
    body: "Very.",
    labels: ["bug", "new"],
    assignees: ["alex"],
  });
  expect(made.body).toMatchObject({
    number: 3,
    labels: [{ name: "bug" }, { name: "new", color: "ededed" }],
    assignee: { login: "alex" },
    author_association: "MEMBER",
  });
  const outsider = scenario.as("bystander");
  expect((await outsider("POST issues", { title: "Mine", labels: ["bug"] })).body.labels).toEqual(
    [],
  );
  const numbers = async (query: string) =>
    (await wendy(`GET issues${query}`)).body.map(({ number }: Shown) => number);
  expect(await numbers("")).toEqual([4, 3, 2, 1]);
  expect(await numbers("?labels=bug,new")).toEqual([3]);
  expect(await numbers("?creator=bystander&direction=asc")).toEqual([2, 4]);
  expect(await numbers("?assignee=alex")).toEqual([3]);
  expect((await wendy("GET issues/1")).body.pull_request.url).toContain("/pulls/1");
  const changed = { title: "Slower", state: "closed", labels: [], assignees: [] };
  expect((await wendy("PATCH issues/3", changed)).body).toMatchObject({
    title: "Slower",
    state: "closed",
    state_reason: "completed",
    labels: [],
    assignees: [],
  });
  expect(await numbers("?state=closed")).toEqual([3]);
  expect((await outsider("PATCH issues/3", { title: "x" })).status).toBe(403);
  expect((await wendy("POST issues", { title: "" })).status).toBe(422);
  expect((await wendy("POST issues", { title: "x".repeat(257) })).status).toBe(422);
  expect((await wendy("POST issues", { title: "x", assignees: ["bystander"] })).status).toBe(422);
  expect((await wendy("PATCH issues/3", { body: "x".repeat(65_537) })).status).toBe(422);
  const label = "x".repeat(51);
  expect((await wendy("POST issues", { title: "x", labels: [label] })).status).toBe(422);
  expect((await wendy("PATCH issues/3", { title: "Never", labels: [label] })).status).toBe(422);
  expect((await wendy("GET issues/3")).body.title).toBe("Slower");
  expect((await wendy("GET issues/99")).status).toBe(404);
});

it("keeps comments of issues and pull requests", async () => {
  await using scenario = await startRest();
  const bystander = scenario.as("bystander");
  const made = await bystander("POST issues/1/comments", { body: "One" });
  expect(made.body).toMatchObject({ body: "One", author_association: "NONE" });
  const byApp = await scenario.as("app")("POST issues/1/comments", { body: "Two" });
  expect(byApp.body).toMatchObject({
    user: { login: "reviewer[bot]", type: "Bot" },
    performed_via_github_app: { slug: "reviewer" },
  });
  const url = `issues/comments/${made.body.id}` as const;
  expect((await bystander(`PATCH ${url}`, { body: "Changed" })).body.body).toBe("Changed");
  expect((await scenario.as("wendy")(`GET ${url}`)).body.body).toBe("Changed");
  expect(
    (await scenario.as("wendy")("GET issues/1/comments?per_page=1")).headers.get("link"),
  ).toContain('rel="next"');
  const all = (await scenario.as("wendy")("GET issues/comments?direction=desc")).body;
  expect(all.map(({ body }: Shown) => body)).toEqual(["Two", "Changed"]);
  expect((await bystander(`DELETE issues/comments/${byApp.body.id}`)).status).toBe(403);
  expect((await scenario.as("wendy")(`DELETE ${url}`)).status).toBe(204);
  expect((await scenario.as("wendy")(`GET ${url}`)).status).toBe(404);
  const future = new Date(Date.now() + 60_000).toISOString();
  expect((await bystander(`GET issues/1/comments?since=${future}`)).body).toEqual([]);
  expect(
    (await scenario.as("job-that-reads")("POST issues/1/comments", { body: "x" })).status,
  ).toBe(403);
  const events = scenario.sandbox.events.map(({ name, payload }) => `${name} ${payload.action}`);
  expect(events).toEqual([
    "issue_comment created",
    "issue_comment created",
    "issue_comment edited",
    "issue_comment deleted",
  ]);
});

it("refuses comments that are empty or too long", async () => {
  await using scenario = await startRest();
  const errors = async (body: string) =>
    (await scenario.as("wendy")("POST issues/1/comments", { body })).body.errors[0];
  expect(await errors("x".repeat(65_537))).toEqual({
    resource: "IssueComment",
    code: "unprocessable",
    field: "data",
    message: "body is too long (maximum is 65536 characters)",
  });
  expect(await errors(" ")).toMatchObject({ resource: "IssueComment" });
});

it("takes each reaction of a user once", async () => {
  await using scenario = await startRest();
  const { as, head } = scenario;
  const wendy = as("wendy");
  const comment = (await wendy("POST issues/1/comments", { body: "x" })).body.id;
  const place = { path: "a.txt", line: 5, commit_id: head, body: "x" };
  const onLine = (await wendy("POST pulls/1/comments", place)).body.id;
  for (const url of [
    "issues/1",
    `issues/comments/${comment}`,
    `pulls/comments/${onLine}`,
  ] as const) {
    const made = await wendy(`POST ${url}/reactions`, { content: "eyes" });
    expect(made.status).toBe(201);
    expect((await wendy(`POST ${url}/reactions`, { content: "eyes" })).status).toBe(200);
    await as("bystander")(`POST ${url}/reactions`, { content: "rocket" });
    expect((await wendy(`GET ${url}/reactions?content=eyes`)).body).toHaveLength(1);
    expect((await wendy(`GET ${url}`)).body.reactions).toMatchObject({ total_count: 2, eyes: 1 });
    const own = `DELETE ${url}/reactions/${made.body.id}` as const;
    expect((await as("bystander")(own)).status).toBe(403);
    expect((await wendy(own)).status).toBe(204);
    expect((await wendy(own)).status).toBe(404);
  }
});

it("keeps labels, in whatever case", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  expect((await wendy("GET labels")).body).toHaveLength(1);
  const made = await wendy("POST labels", { name: "Good first", color: "aabbcc" });
  expect(made.body).toMatchObject({ name: "Good first", description: null });
  const twice = await wendy("POST labels", { name: "good FIRST" });
  expect(twice.body.errors).toEqual([{ resource: "Label", code: "already_exists", field: "name" }]);
  expect((await wendy("POST labels", { name: "x", color: "#aabbcc" })).status).toBe(422);
  const changed = { new_name: "Better", description: "For all" };
  expect((await wendy("PATCH labels/Good%20first", changed)).body).toMatchObject({
    name: "Better",
    color: "aabbcc",
    description: "For all",
  });
  expect((await wendy("GET labels/better")).body.name).toBe("Better");
  expect((await scenario.as("bystander")("POST labels", { name: "mine" })).status).toBe(404);
  expect((await wendy("DELETE labels/Better")).status).toBe(204);
  expect((await wendy("GET labels/Better")).status).toBe(404);
});

it("puts labels on a pull request and takes them off", async () => {
  await using scenario = await startRest();
  const wendy = scenario.as("wendy");
  const url = "issues/1/labels";
  expect(names((await wendy(`POST ${url}`, { labels: ["one", "BUG"] })).body)).toEqual([
    "bug",
    "one",
  ]);
  expect(names((await wendy(`PUT ${url}`, { labels: ["two"] })).body)).toEqual(["two"]);
  expect(names((await wendy(`GET ${url}`)).body)).toEqual(["two"]);
  expect((await wendy(`DELETE ${url}/two`)).body).toEqual([]);
  expect((await wendy(`DELETE ${url}/two`)).body.message).toBe("Label does not exist");
  await wendy(`POST ${url}`, { labels: ["three"] });
  expect((await wendy(`DELETE ${url}`)).status).toBe(204);
  const { events } = scenario.sandbox;
  const actions = events
    .filter(({ name }) => name === "pull_request")
    .map(({ payload }) => payload.action);
  expect(actions).toEqual([
    "labeled",
    "unlabeled",
    "unlabeled",
    "labeled",
    "unlabeled",
    "labeled",
    "unlabeled",
  ]);
});
