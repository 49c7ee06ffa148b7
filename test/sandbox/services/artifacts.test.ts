import { expect, test } from "vitest";
import { runJob, startShop } from "./job.ts";

const client = `
import { DefaultArtifactClient } from "@actions/artifact";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
const client = new DefaultArtifactClient();
const upload = async (name, text, options) => {
  mkdirSync("out", { recursive: true });
  writeFileSync("out/result.json", text);
  return client.uploadArtifact(name, ["out/result.json"], "out", options);
};
const attempt = (promise) => promise.then(() => "done", (error) => error.message);
const names = async (options) => (await client.listArtifacts(options)).artifacts.map((a) => a.name);
`;

test("a job uploads, lists, downloads and deletes with GitHub's own client", async () => {
  await using sandbox = await startShop();
  const { outputs, run } = await runJob(
    sandbox,
    `${client}
    const { id, size, digest } = await upload("result", '{"ok":true}');
    output("uploaded", { id, size, digest });
    output("listed", (await client.listArtifacts()).artifacts);
    output("found", (await client.getArtifact("result")).artifact);
    const { downloadPath } = await client.downloadArtifact(id, { path: "in" });
    output("content", readFileSync(downloadPath + "/result.json", "utf8"));
    output("deleted", await client.deleteArtifact("result"));
    output("left", await names());`,
  );
  const { id, size, digest } = outputs.uploaded as { id: number; size: number; digest: string };
  const shown = { name: "result", id, size, digest: `sha256:${digest}` };
  expect(outputs).toMatchObject({ listed: [shown], found: shown, content: '{"ok":true}' });
  expect(outputs).toMatchObject({ deleted: { id }, left: [] });
  expect(run.log).not.toMatch(/[?&]sig=(?!\*\*\*)/);
});

test("a file can be stored as it is, without an archive around it", async () => {
  await using sandbox = await startShop();
  const { outputs } = await runJob(
    sandbox,
    `${client}
    const { id } = await upload("ignored", "plain", { skipArchive: true });
    output("names", await names());
    const { downloadPath } = await client.downloadArtifact(id, { path: "in" });
    output("content", readFileSync(downloadPath + "/result.json", "utf8"));`,
  );
  expect(outputs).toEqual({ names: ["result.json"], content: "plain" });
});

test("a name is taken once in a run, and free in the next", async () => {
  await using sandbox = await startShop();
  const again = await runJob(
    sandbox,
    `${client}
    await upload("result", "1");
    output("second", await attempt(upload("result", "2")));`,
  );
  expect(again.outputs.second).toBe(
    "Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: " +
      "an artifact with this name already exists on the workflow run",
  );
  const next = await runJob(
    sandbox,
    `${client} output("third", await attempt(upload("result", "3")));`,
  );
  expect(next.outputs.third).toBe("done");
});

test("other jobs of the run see it; another run reaches it through REST, with a token", async () => {
  await using sandbox = await startShop();
  const { run } = await runJob(sandbox, `${client} await upload("result", "from the first");`);
  const sameRun = await runJob(sandbox, `${client} output("names", await names());`, {
    run: { job: "second", of: run.run },
  });
  expect(sameRun.outputs.names).toEqual(["result"]);
  const { outputs } = await runJob(
    sandbox,
    `${client}
    const from = { workflowRunId: ${run.run.id}, repositoryOwner: "acme", repositoryName: "shop" };
    const findBy = { ...from, token: process.env.INPUT_TOKEN };
    output("own", await names());
    output("found", (await client.getArtifact("result", { findBy })).artifact);
    const [{ id }] = (await client.listArtifacts({ findBy })).artifacts;
    const { downloadPath } = await client.downloadArtifact(id, { findBy, path: "in" });
    output("content", readFileSync(downloadPath + "/result.json", "utf8"));
    output("deleted", await client.deleteArtifact("result", { findBy }));
    output("left", await names({ findBy }));`,
    { permissions: { actions: "write" } },
  );
  expect(outputs).toMatchObject({
    own: [],
    found: { name: "result", size: expect.any(Number) },
    content: "from the first",
    deleted: { id: expect.any(Number) },
    left: [],
  });
});

test("a token without `actions: write` deletes nothing", async () => {
  await using sandbox = await startShop();
  const { run } = await runJob(sandbox, `${client} await upload("result", "stays");`);
  const { outputs } = await runJob(
    sandbox,
    `${client}
    const from = { workflowRunId: ${run.run.id}, repositoryOwner: "acme", repositoryName: "shop" };
    const findBy = { ...from, token: process.env.INPUT_TOKEN };
    output("deletion", await attempt(client.deleteArtifact("result", { findBy })));
    output("left", await names({ findBy }));`,
    { permissions: { actions: "read" } },
  );
  expect(outputs.deletion).toContain("Resource not accessible by integration");
  expect(outputs.left).toEqual(["result"]);
});
