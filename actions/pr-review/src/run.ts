import { join } from "node:path";
import { type Conclusion, type Kit, readEvent } from "@swarm-actions/action-kit";
import { uploadArtifact } from "@swarm-actions/artifacts";
import { CodedError } from "@swarm-actions/core";
import { createClient, createFileAuditSink } from "@swarm-actions/github";
import { chooseTask, type Task } from "./choose-mode.ts";
import { explainPermission } from "./explain-permission.ts";
import { handOverFile } from "./hand-over-file.ts";
import { type ReviewInputs, readInputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { createAnswerCache } from "./ports/answer-cache.ts";
import { createGitHubHost } from "./ports/github-host.ts";
import type { Host } from "./ports/host.ts";
import { type Ended, tellEnding } from "./stages/tell-ending.ts";
import { version } from "./version.ts";
import { whileWaiting } from "./while-waiting.ts";

/** One run of the action: what it is there for, doing it, and what it cost. */
export async function run(kit: Kit): Promise<Conclusion> {
  const inputs = readInputs(kit);
  const task = chooseTask(inputs, readEvent(kit.environment));
  const folder = join(kit.environment.temporary, `swarm-actions-${inputs.key}`);
  const job = openJob(kit, inputs, folder, task);
  try {
    return (await perform(job, task)).verdict;
  } catch (thrown) {
    const reason = thrown instanceof CodedError ? thrown.code : "action/internal-error";
    const nothing = { conclusion: null, published: "nothing", verdict: "failed" } as const;
    tellEnding(kit, { outcome: "not-run", reason, ...nothing });
    throw explainPermission(thrown);
  } finally {
    await job.host.close();
    const { reads, writes } = job.host.usage();
    kit.output("api-requests", reads + writes);
  }
}

/** What a mode needs beyond its first request is loaded while that is on its way. */
async function perform(job: Job, task: Task): Promise<Ended> {
  const { kit, host } = job;
  switch (task.mode) {
    case "publish": {
      const asked = () => host.readRun(task.runId);
      const [run, { publish }] = await whileWaiting(asked, () => import("./modes/publish.ts"));
      return publish(job, run);
    }
    case "command": {
      const { command } = await import("./modes/command.ts");
      return command(job, task.event);
    }
    default: {
      const { number, mode } = task;
      const asked = () => kit.stage("Read the pull request", () => host.readConversation(number));
      const [conversation, { review }] = await whileWaiting(
        asked,
        () => import("./modes/review.ts"),
      );
      return review(job, conversation, { mode });
    }
  }
}

function openJob(kit: Kit, inputs: ReviewInputs, folder: string, task: Task): Job {
  const { environment } = kit;
  const log = join(folder, "audit.jsonl");
  kit.output("audit-log", log);
  const cache = createAnswerCache(environment, task);
  const client = createClient({
    credentials: { kind: "token", token: inputs.token },
    baseUrl: environment.apiUrl,
    graphqlUrl: environment.graphqlUrl,
    userAgent: `swarm-actions-pr-review/${version}`,
    dryRun: inputs.dryRun,
    signal: kit.signal,
    redactor: kit.redactor,
    audit: createFileAuditSink(log),
    onNotice: (text) => kit.annotate({ level: "notice", title: "GitHub", text }),
    ...(cache === null ? {} : { etagStore: cache.store }),
  });
  const host = createGitHubHost(client, environment, inputs);
  const limit: Host["limit"] = (settings) => {
    cache?.allow(settings.cache);
    host.limit(settings);
  };
  return {
    kit,
    inputs,
    host: { ...host, limit },
    source: null,
    folder,
    upload: async (name, content) => {
      await uploadArtifact(name, [{ name: handOverFile, content }], environment.temporary);
    },
    openHistory: async () => (await import("./ports/history.ts")).openHistory(kit, inputs),
    readSwarm: async (name) => {
      const { readSwarmArtifact } = await import("./ports/swarm-artifact.ts");
      return readSwarmArtifact(environment, name);
    },
  };
}
