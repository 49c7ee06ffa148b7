import { join } from "node:path";
import type { World } from "../state/world.ts";
import type { RunningJob } from "./begin-job.ts";
import type { GithubContext } from "./input-variables.ts";
import type { RunnerFolders } from "./runner-folders.ts";

export interface ContextParts {
  readonly world: World;
  readonly job: RunningJob;
  readonly folders: RunnerFolders;
}

/** The `github` context of a step, without its token: each value is also a `GITHUB_*` variable. */
export function githubContext(parts: ContextParts): GithubContext {
  const { world, job, folders } = parts;
  const { trigger, run } = job;
  const { repository, actor, pullRequest, ref } = trigger;
  const name = `${repository.owner.login}/${repository.name}`;
  const workflowRef = `refs/heads/${repository.defaultBranch}`;
  return new Map([
    ["action", "__self"],
    ["actor", actor.login],
    ["actor_id", String(actor.id)],
    ["api_url", world.url],
    ["base_ref", pullRequest?.base.ref ?? ""],
    ["env", folders.files.env],
    ["event_name", trigger.event.name],
    ["event_path", folders.eventFile],
    ["graphql_url", `${world.url}/graphql`],
    ["head_ref", pullRequest?.head.ref ?? ""],
    ["job", job.name],
    ["output", folders.files.output],
    ["path", folders.files.path],
    ["ref", ref],
    ["ref_name", ref.replace(/^refs\/(heads|tags|pull)\//, "")],
    ["ref_protected", "false"],
    ["ref_type", ref.startsWith("refs/tags/") ? "tag" : "branch"],
    ["repository", name],
    ["repository_id", String(repository.id)],
    ["repository_owner", repository.owner.login],
    ["repository_owner_id", String(repository.owner.id)],
    ["retention_days", "90"],
    ["run_attempt", String(run.attempt)],
    ["run_id", String(run.id)],
    ["run_number", String(run.number)],
    ["server_url", "https://github.com"],
    ["sha", trigger.sha],
    ["state", folders.files.state],
    ["step_summary", folders.files.summary],
    ["triggering_actor", actor.login],
    ["workflow", run.name],
    ["workflow_ref", `${name}/${run.path}@${pullRequest === null ? workflowRef : ref}`],
    ["workflow_sha", trigger.sha],
    ["workspace", folders.workspace],
  ]);
}

/** The same, as the variables of a step. */
export function githubVariables(context: GithubContext): Record<string, string> {
  const pairs = [...context].map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Variables that a runner sets whatever runs on it. */
export function runnerVariables(folders: RunnerFolders): Record<string, string> {
  const systems = new Map([
    ["darwin", "macOS"],
    ["win32", "Windows"],
  ]);
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    HOME: folders.home,
    LANG: "C.UTF-8",
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_ENVIRONMENT: "github-hosted",
    RUNNER_NAME: "sandbox",
    RUNNER_OS: systems.get(process.platform) ?? "Linux",
    RUNNER_TEMP: folders.temp,
    RUNNER_TOOL_CACHE: join(folders.home, "toolcache"),
  };
}
