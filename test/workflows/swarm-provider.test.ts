import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pullRequestEvent } from "@swarm-actions/sandbox";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { actPath } from "../support/act.ts";
import type { ActionScenario } from "../support/action-scenario.ts";
import { keptSwarm } from "../support/kept-swarm.ts";
import { modelKey } from "../support/model-server.ts";
import { startSwarmWorkflow } from "../support/swarm-workflow.ts";

// A provider that is down while workers share a review.

const count = 12;
/** As many lines as make each file a task of its own. */
const code = (at: number): string =>
  Array.from({ length: 300 }, (_, line) => `export const n${at}x${line} = ${line};\n`).join("");
const paths = Array.from({ length: count }, (_, at) => `src/${at}.js`);

/**
 * A program that answers in the model's place: one remark a file. Whoever has asked it three times waits
 * until somebody else asks, so that the second worker finds work however late it is.
 */
function standInOf(folder: string): string {
  return `
const { appendFileSync, readFileSync } = require("node:fs");
const log = ${JSON.stringify(`${folder}/asked-by`)};
const own = String(process.ppid);
appendFileSync(log, own + "\\n");
function mayAnswer() {
  const all = readFileSync(log, "utf8").split("\\n").filter(Boolean);
  return all.some((one) => one !== own) || all.length <= 3;
}
let text = "";
process.stdin.on("data", (chunk) => (text += chunk)).on("end", async () => {
  while (!mayAnswer()) await new Promise((resolve) => setTimeout(resolve, 50));
  const findings = JSON.parse(text).files.map(({ path }) => ({
    path, startLine: 2, endLine: 2, rule: "second-line", severity: "medium", category: "correctness",
    message: "The second line of " + path + " is new.",
  }));
  process.stdout.write(JSON.stringify({ findings }));
});
`;
}

/** Plan, two workers of which the second one is late, and collect. */
function jobsIn(folder: string) {
  const checkout = {
    uses: "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1",
    with: { ref: `\${{ github.event.pull_request.head.sha }}`, "fetch-depth": "0" },
  };
  const part = (name: string, inputs: object, more: object = {}) => ({
    uses: `org/swarm-actions/swarm-fanout/${name}@v1`,
    with: inputs,
    ...more,
  });
  const job = (needs: readonly string[], ...steps: readonly object[]) => ({
    "runs-on": "ubuntu-latest",
    needs,
    steps: [checkout, ...steps],
  });
  const env = { MODEL_KEY: `\${{ secrets.MODEL_KEY }}` };
  const work = (worker: number) => part("work", { worker, agents: "ai" }, { env });
  const late = { run: `until test -e '${folder}/told'; do sleep 0.1; done` };
  const plan = { source: "hunks", workers: "2", mode: "queue", agents: "ai" };
  return {
    plan: job([], part("plan", plan)),
    first: job(["plan"], work(0)),
    second: job(["plan"], late, work(1)),
    collect: job(["first", "second"], part("collect", {})),
  };
}

/** An endpoint that is down, and how often it was asked. */
async function startDownServer() {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume();
    asked++;
    // Whoever asks again need not wait for it here.
    response.writeHead(503, { "content-type": "application/json", "retry-after-ms": "20" });
    response.end(JSON.stringify({ error: { message: "the model is down" } }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked: () => asked,
    [Symbol.dispose]: () => void server.close(),
  };
}

/** Calls back once a page of results says that a provider was given up. */
function whenTold({ sandbox }: ActionScenario, act: () => unknown): Disposable {
  const says = (content: Buffer | null): boolean =>
    content !== null &&
    Object.values(unzipSync(content)).some((file) => strFromU8(file).includes('"breaker":"open"'));
  const timer = setInterval(() => {
    const all = sandbox.world.repositories.get("acme/shop")?.artifacts ?? [];
    if (!all.some(({ name, content }) => name.includes("-result-") && says(content))) return;
    clearInterval(timer);
    act();
  }, 100);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

/** Three answers in a row that are none, each asked for five times, and nobody asks any more. */
const untilGivenUp = 15;

test.skipIf(actPath() === null)(
  "when a provider is down, one worker finds out, the other learns it, and a stand-in answers",
  async () => {
    using server = await startDownServer();
    const [split, model, roles] = ["file", "large", ["correctness"]];
    const endpoint = { "base-url": server.url, "api-key-env": "MODEL_KEY" };
    const agents = {
      ai: { type: "openai", model, roles, split, ...endpoint, "stand-in": "plain" },
      plain: { type: "command", run: ["node", "stand-in.cjs"], split, timeout: 240 },
    };
    await using stage = await startSwarmWorkflow((folder) => ({
      jobs: jobsIn(folder),
      base: { ".github/swarm.yml": stringify({ agents }), "stand-in.cjs": standInOf(folder) },
      change: Object.fromEntries(paths.map((path, at) => [path, code(at)])),
    }));
    using _told = whenTold(stage.scenario, () => stage.mark("told"));
    const { sandbox, pullRequest } = stage.scenario;
    const event = await pullRequestEvent(sandbox.world, pullRequest);
    const result = await stage.run({ event, secrets: { MODEL_KEY: modelKey } });
    expect(result, result.log).toMatchObject({ conclusion: "success" });
    expect(new Set(await stage.lines("asked-by")).size).toBe(2);
    // Had the second worker not read what the first one found, there were as many again.
    expect(server.asked()).toBe(untilGivenUp);
    const { report, results, files } = keptSwarm(result.run);
    expect(report).toMatchObject({
      outcome: "complete",
      coverage: { tasks: count, done: count, failed: [], missing: [] },
    });
    expect(new Set(results.map(({ worker }) => worker))).toEqual(new Set([0, 1]));
    expect(report.providers).toContainEqual(
      expect.objectContaining({ provider: "large", breaker: "open" }),
    );
    expect(result.jobs.at(-1)?.summary).toMatch(/\| large \| given up \|/);
    const review = JSON.parse(files.get("review.json") ?? "");
    expect(review.findings.map((one: { path: string }) => one.path).sort()).toEqual(
      [...paths].sort(),
    );
    expect(review.agents).toContainEqual(
      expect.objectContaining({
        name: "ai-correctness",
        error: expect.objectContaining({
          message: "plain answered in its place: large: 503 the model is down",
        }),
      }),
    );
  },
);
