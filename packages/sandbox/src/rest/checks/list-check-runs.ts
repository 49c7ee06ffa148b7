import { type Call, endpoint, type Reply } from "../../kernel/endpoint.ts";
import { findCheckSuite } from "../../operations/find.ts";
import { presentCheckRun } from "../../present/check-run.ts";
import type { CheckRun, CheckSuite } from "../../state/model.ts";
import { countedReply } from "../page-reply.ts";
import { commitIn, numberIn } from "../params.ts";

export const listCheckRunsForRef = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{ref}/check-runs",
  permission: { checks: "read" },
  handle: async (call) => {
    const sha = await commitIn(call, "ref");
    const app = call.query.get("app_id");
    const suites = call
      .repository()
      .checkSuites.filter((suite) => suite.headSha === sha)
      .filter((suite) => app === null || String(suite.app.id) === app);
    return listRuns(call, suites);
  },
});

export const listCheckRunsInSuite = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs",
  permission: { checks: "read" },
  handle: (call) =>
    listRuns(call, [findCheckSuite(call.repository(), numberIn(call, "check_suite_id"))]),
});

function listRuns(call: Call, suites: readonly CheckSuite[]): Promise<Reply> {
  const name = call.query.get("check_name");
  const status = call.query.get("status");
  const asked = suites
    .flatMap(({ runs }) => runs)
    .filter((run) => name === null || run.name === name)
    .filter((run) => status === null || run.status === status)
    .toSorted((one, other) => other.id - one.id);
  const shown = call.query.get("filter") === "all" ? asked : latest(asked);
  return countedReply(call, "check_runs", shown, (run) => presentCheckRun(call.world, run));
}

/** The newest of every name in a suite. */
function latest(runs: readonly CheckRun[]): readonly CheckRun[] {
  const seen = new Set<string>();
  return runs.filter(({ name, suite }) => {
    const key = `${suite.id}\0${name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
