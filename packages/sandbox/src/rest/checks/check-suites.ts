import { type Call, endpoint } from "../../kernel/endpoint.ts";
import { ok } from "../../kernel/reply.ts";
import { findCheckSuite } from "../../operations/find.ts";
import { readCommit } from "../../operations/git/read-commit.ts";
import { presentCheckSuite } from "../../present/check-suite.ts";
import type { CheckSuite } from "../../state/model.ts";
import { countedReply } from "../page-reply.ts";
import { commitIn, numberIn } from "../params.ts";

export const listCheckSuites = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/commits/{ref}/check-suites",
  permission: { checks: "read" },
  handle: async (call) => {
    const sha = await commitIn(call, "ref");
    const app = call.query.get("app_id");
    const name = call.query.get("check_name");
    const suites = call
      .repository()
      .checkSuites.filter((suite) => suite.headSha === sha)
      .filter((suite) => app === null || String(suite.app.id) === app)
      .filter(({ runs }) => name === null || runs.some((run) => run.name === name));
    return countedReply(call, "check_suites", suites, (suite) => showSuite(call, suite));
  },
});

export const getCheckSuite = endpoint({
  method: "GET",
  path: "/repos/{owner}/{repo}/check-suites/{check_suite_id}",
  permission: { checks: "read" },
  handle: async (call) => {
    const suite = findCheckSuite(call.repository(), numberIn(call, "check_suite_id"));
    return ok(await showSuite(call, suite));
  },
});

async function showSuite(call: Call, suite: CheckSuite): Promise<Record<string, unknown>> {
  const commit = await readCommit(suite.repository, suite.headSha);
  return presentCheckSuite(call.world, suite, commit);
}
