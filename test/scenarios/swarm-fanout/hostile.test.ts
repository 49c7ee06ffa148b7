import { pageName } from "@swarm-actions/swarm";
import { expect, test } from "vitest";
import { resultOf, type SwarmJobs, startSwarmJobs } from "../../support/swarm-jobs.ts";

// Every job of the run can put artifacts up, and a program of the workflow may be anybody's.

const tasks = Array.from({ length: 4 }, (_, at) => ({ key: `t${at}`, payload: at }));
const source = { source: "json", select: JSON.stringify(tasks), workers: "1" };
const run = `printf '{"output":"honest"}' > "$SWARM_RESULT_FILE"`;

test("pages that were forged, or are none, do no harm and are told", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  const worker = await swarm.work(0, { run });
  expect(worker.exitCode, worker.log).toBe(0);
  const owner = { key: "swarm", attempt: 1, epoch: 0 };
  const [page = ""] = swarm.artifacts().filter((name) => name.includes("-result-"));
  replaceContent(swarm, page, pageName({ ...owner, worker: 9, page: 0 }), "{}");
  replaceContent(swarm, page, pageName({ ...owner, worker: 9, page: 1 }), "[".repeat(1000));
  const collect = await swarm.collect({});
  expect(collect.exitCode, collect.log).toBe(0);
  const { report, results } = resultOf(collect);
  expect(report.outcome).toBe("complete");
  expect(new Set(results.map(({ output }) => output))).toEqual(new Set(["honest"]));
});

test("a result that was changed after it was put up is told", async () => {
  await using swarm = await startSwarmJobs();
  await swarm.plan(source);
  await swarm.work(0, { run: `printf '{"output":"honest"}' > "$SWARM_RESULT_FILE"` });
  for (const name of swarm.artifacts().filter((one) => one.includes("-result-"))) {
    changeContent(swarm, name, (text) => text.replaceAll("honest", "forged"));
  }
  const collect = await swarm.collect({});
  expect(collect.annotations).toContainEqual(
    expect.objectContaining({ level: "warning", title: "Audit log" }),
  );
  expect(resultOf(collect).auditText).toContain("its results are not in it");
});

/** Puts a copy of an artifact up under another name, with another content. */
function replaceContent(swarm: SwarmJobs, from: string, name: string, text: string): void {
  swarm.forge(from, name, () => text);
}

function changeContent(swarm: SwarmJobs, name: string, change: (text: string) => string): void {
  swarm.forge(name, name, change);
}
