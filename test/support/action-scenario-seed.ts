import type { SandboxOptions } from "@swarm-actions/sandbox";

/** Text by path; null deletes a file. */
export type ScenarioFiles = Readonly<Record<string, string | null>>;
type Role = "read" | "triage" | "write" | "maintain" | "admin";

/** A pull request as a scenario tells it; what does not matter stays out. */
export interface ScenarioSetting {
  /** What is on the base branch. */
  readonly base?: ScenarioFiles;
  /** What the pull request changes of it; default: one file, with one thing to find. */
  readonly change?: ScenarioFiles;
  /** The pull request comes from `bob/shop`, a fork; default: from a branch of `acme/shop`. */
  readonly fork?: boolean;
  /** What its branch is called; default: `topic`. */
  readonly branch?: string;
  /** Who opens it, a bot where it ends in `[bot]`; default: `ada`, or `bob` for a fork. */
  readonly author?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly private?: boolean;
  /** More people, by login, and what they may do; null: nothing beyond what everyone may. */
  readonly people?: Readonly<Record<string, Role | null>>;
  /** Comments that are there already. */
  readonly comments?: readonly { readonly author: string; readonly body: string }[];
}

export const repositoryName = "acme/shop";

const total = "export const total = (a, b) => a + b;\n";
/** One finding of a built-in reviewer, on line 4, in code that stays when it is mended. */
const withLeftover = `${total}\nexport const difference = (a, b) => {\n  debugger;\n  return a - b;\n};\n`;

/** The person who pushes, and unless it is a bot opens the pull request. */
export function pusherOf({ author, fork = false }: ScenarioSetting): string {
  if (author === undefined || author.endsWith("[bot]")) return fork ? "bob" : "ada";
  return author;
}

/** The repository that the pull request comes from. */
export function headOf(setting: ScenarioSetting): string {
  return setting.fork === true ? `${pusherOf(setting)}/shop` : repositoryName;
}

export function branchOf({ branch = "topic" }: ScenarioSetting): string {
  return branch;
}

/** The token of a person, made up so that no scanner takes it for one. */
export function tokenOf(login: string): string {
  return `token-of-${login}`;
}

/** `acme/shop` with `ada` who may write and `bob` who may not, and the pull request as its number 1. */
export function seedOf(setting: ScenarioSetting): NonNullable<SandboxOptions["seed"]> {
  const roles: Readonly<Record<string, Role | null>> = {
    ada: "write",
    bob: null,
    ...setting.people,
  };
  const commenters = (setting.comments ?? []).map(({ author }) => author);
  const logins = new Set([...Object.keys(roles), pusherOf(setting), ...commenters]);
  return {
    users: [...logins].map((login) => ({ login })),
    organizations: [{ login: "acme" }],
    tokens: [...logins].map((login) => ({ kind: "user", value: tokenOf(login), login })),
    repositories: [
      {
        owner: "acme",
        name: "shop",
        private: setting.private ?? false,
        collaborators: Object.fromEntries(
          Object.entries(roles).filter(([, role]) => role !== null),
        ),
        branches: [baseBranch(setting), ...(setting.fork === true ? [] : [topicBranch(setting)])],
        "pull-requests": [pullRequest(setting)],
      },
      ...(setting.fork === true ? [forkOf(setting)] : []),
    ],
  };
}

function baseBranch({ base }: ScenarioSetting): object {
  const files = base ?? { "src/total.js": total };
  return { name: "main", commits: [{ message: "Begin", author: "ada", files }] };
}

function topicBranch(setting: ScenarioSetting): object {
  const files = setting.change ?? { "src/total.js": withLeftover };
  const commit = { message: "Change the total", author: pusherOf(setting), files };
  return { name: branchOf(setting), from: "main", commits: [commit] };
}

function forkOf(setting: ScenarioSetting): object {
  const [owner] = headOf(setting).split("/");
  return { owner, name: "shop", "fork-of": repositoryName, branches: [topicBranch(setting)] };
}

function pullRequest(setting: ScenarioSetting): object {
  const { title = "Change the total", body = null, draft = false, comments = [] } = setting;
  const [owner] = headOf(setting).split("/");
  const branch = branchOf(setting);
  const head = setting.fork === true ? `${owner}:${branch}` : branch;
  return { title, body, draft, author: pusherOf(setting), head, comments };
}
