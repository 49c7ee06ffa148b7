import { beginJob } from "@swarm-actions/sandbox";
import { expect, test } from "vitest";
import { runJob, startShop } from "../sandbox/services/job.ts";

/** Reads a repository with a client that keeps its answers for the scope. */
function reading(scope: string): string {
  return `
import { createActionsCacheStore, createClient } from "@swarm-actions/github";
const notices = [];
const client = createClient({
  credentials: { kind: "token", token: process.env.INPUT_TOKEN },
  baseUrl: process.env.GITHUB_API_URL,
  etagStore: createActionsCacheStore(${JSON.stringify(scope)}),
  onNotice: (notice) => notices.push(notice),
});
const { full_name } = await client.read("GET /repos/{owner}/{repo}", { owner: "acme", repo: "shop" });
await client.close();
output("result", { full_name, notices, cached: client.usage().cached });
`;
}

test("answers are kept from one run to the next, for their scope alone", async () => {
  await using sandbox = await startShop();
  // Tags hold for one token only, and every job's own is another one.
  const event = { name: "schedule", payload: {} };
  const at = { sandbox, event, repository: "acme/shop" };
  const { token } = await beginJob({ ...at, workflow: "review" });
  const result = async (scope: string) => {
    const { outputs } = await runJob(sandbox, reading(scope), { token });
    return outputs.result;
  };
  const known = { full_name: "acme/shop", notices: [] };
  expect(await result("acme/shop#1")).toMatchObject({ ...known, cached: 0 });
  expect(await result("acme/shop#1")).toMatchObject({ ...known, cached: 1 });
  expect(await result("acme/shop#2, of: another")).toMatchObject({ ...known, cached: 0 });
});
