import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { gitEnvironment } from "../../support/change.ts";
import { raise, releasable, release } from "../../support/release-scenario.ts";
import { createRepository, type TestRepository } from "../../support/repository.ts";

// The scripts of release.yml as they stand there, on real repositories; only `gh` is a stand-in, which
// writes down what it was asked.

const workflow: {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>
  >;
} = parse(readFileSync(new URL("../../../.github/workflows/release.yml", import.meta.url), "utf8"));

function scriptOf(job: string, name: string): string {
  const script = workflow.jobs[job]?.steps.find((step) => step.name?.startsWith(name))?.run;
  if (script === undefined) throw new Error(`no step "${name}" in ${job}`);
  return script;
}

function run({ top }: TestRepository, script: string, variables: Record<string, string>): void {
  const tools = join(top, ".git/tools");
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, "gh"), `#!/bin/sh\necho "gh $*" >> "${join(top, ".git/asked")}"\n`);
  chmodSync(join(tools, "gh"), 0o755);
  const path = [tools, process.env.PATH].join(delimiter);
  const env = { ...gitEnvironment(), HOME: join(top, ".git"), PATH: path, ...variables };
  const args = ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script];
  execFileSync("bash", args, { cwd: top, env, stdio: ["ignore", "pipe", "pipe"] });
}

interface Released {
  readonly asked: string;
  readonly remote: TestRepository;
  readonly commit: string;
}

/** Both jobs, each in a clone of its own, with nothing but the hand-over between them. */
async function publish(
  remote: TestRepository,
  builder: TestRepository,
  tag: string,
): Promise<Released> {
  builder.git("push", "-q", remote.top, "HEAD:refs/heads/main", "--tags");
  expect(await release(builder, tag.slice(1))).toMatchObject({ code: 0 });
  run(builder, scriptOf("build", "Pack"), { TAG: tag });

  using publisher = createRepository();
  publisher.git("remote", "add", "origin", remote.top);
  publisher.git("fetch", "-q", "--tags", "origin", "main");
  publisher.git("reset", "-q", "--hard", "FETCH_HEAD");
  publisher.write({ ".build/.keep": "" });
  execFileSync("cp", [
    "-R",
    join(builder.top, ".build/handed-over"),
    join(publisher.top, ".build"),
  ]);
  const source = publisher.git("rev-parse", "HEAD");
  run(publisher, scriptOf("publish", "Take"), { TAG: tag, GITHUB_SHA: source });
  run(publisher, scriptOf("publish", "Push"), { TAG: tag, GH_TOKEN: "none" });
  const asked = readFileSync(join(publisher.top, ".git/asked"), "utf8");
  expect(existsSync(join(builder.top, ".build/handed-over/assets/SHA256SUMS"))).toBe(true);
  return { asked, remote, commit: builder.git("rev-parse", tag) };
}

function bare(): TestRepository {
  const remote = createRepository();
  remote.git("config", "receive.denyCurrentBranch", "ignore");
  return remote;
}

test("a release passes from the job that builds to the one that may write", async () => {
  using remote = bare();
  using builder = releasable("1.2.3", { ".gitignore": "dist/\n.build/\n" });
  const { asked, commit } = await publish(remote, builder, "v1.2.3");

  expect(remote.git("rev-parse", "v1.2.3", "v1")).toBe(`${commit}\n${commit}`);
  expect(readdirSync(join(builder.top, ".build/handed-over/assets")).sort()).toEqual([
    "SHA256SUMS",
    "actions-v1.2.3.tar.gz",
    "shop-1.2.3.tgz",
  ]);
  const [first, draft = "", published] = asked.trim().split("\n");
  expect(first).toBe("gh auth setup-git");
  expect(draft).toMatch(/^gh release create v1\.2\.3 --verify-tag --draft /);
  expect(draft).toContain("--prerelease=false --latest=true .build/handed-over/assets/SHA256SUMS ");
  expect(published).toBe("gh release edit v1.2.3 --draft=false");
});

test("a fix of an older major moves that major alone, and is not the latest", async () => {
  using remote = bare();
  using builder = releasable("1.2.3", { ".gitignore": "dist/\n.build/\n" });
  builder.git("tag", "v2.0.0");
  builder.git("tag", "v2");
  const two = builder.git("rev-parse", "v2");
  const { asked, commit } = await publish(remote, builder, "v1.2.3");
  expect(asked).toContain("--prerelease=false --latest=false ");
  expect(remote.git("rev-parse", "v1", "v2")).toBe(`${commit}\n${two}`);
});

test("a pre-release moves nothing", async () => {
  using remote = bare();
  using builder = releasable("1.2.3", { ".gitignore": "dist/\n.build/\n" });
  const { commit } = await publish(remote, builder, "v1.2.3");
  raise(builder, "2.0.0-rc.1");
  execFileSync("rm", ["-r", join(builder.top, ".build")]);
  const { asked } = await publish(remote, builder, "v2.0.0-rc.1");
  expect(asked).toContain("--prerelease=true --latest=false ");
  expect(remote.git("tag", "--list")).toBe("v1\nv1.2.3\nv2.0.0-rc.1");
  expect(remote.git("rev-parse", "v1")).toBe(commit);
});
