import { expect, test } from "vitest";
import { resultOf, startSwarmJobs } from "../../support/swarm-jobs.ts";

const run = `printf '{"output":"%s"}' "$SWARM_TASK_KEY" > "$SWARM_RESULT_FILE"`;

test("a question to the repositories of an organisation, and what it took of the API", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ source: "repositories", select: "org:acme", workers: "1" });
  expect(plan.exitCode, plan.log).toBe(0);
  const asked = plan.requests.reads.length;
  expect(asked).toBeGreaterThan(0);
  const worker = await swarm.work(0, { run });
  expect(worker.exitCode, worker.log).toBe(0);
  expect([...worker.requests.reads, ...worker.requests.writes]).toEqual([]);
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  expect([...collect.requests.reads, ...collect.requests.writes]).toEqual([]);
  const { report, results, page } = resultOf(collect);
  expect(results.map(({ output }) => output)).toEqual(["acme/shop"]);
  expect(report.apiRequests).toBe(asked);
  expect(report.apiLimit?.requests).toBeGreaterThan(report.apiLimit?.left ?? 0);
  const sentence = /\d+ requests? to GitHub's API, with [\d,]+ of [\d,]+ left/;
  expect(collect.summary).toMatch(sentence);
  expect(page).toMatch(/requests? to GitHub(?:&#39;|')s API, with/);
});

test("what needs no API asks for nothing of it, and says so", async () => {
  await using swarm = await startSwarmJobs();
  const whole = await swarm.whole({ source: "json", select: '["a"]', run });
  expect(whole.exitCode, whole.log).toBe(0);
  expect([...whole.requests.reads, ...whole.requests.writes]).toEqual([]);
  expect(resultOf(whole).report).toMatchObject({ apiRequests: 0, apiLimit: null });
  expect(whole.summary).toContain("0 requests to GitHub's API: artifacts and caches are no part");
});

test("a token that may not see the organisation is told so, with a way out", async () => {
  await using swarm = await startSwarmJobs();
  const plan = await swarm.plan({ source: "repositories", select: "org:nobody-is-here" });
  expect(plan.exitCode).toBe(1);
  expect(plan.annotations[0]?.title).toMatch(/^(?:github|tasks)\//);
  expect(plan.annotations[0]?.message).toContain("fix: ");
});
