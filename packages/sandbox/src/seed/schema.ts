import { z } from "zod";

const login = z
  .string()
  .regex(/^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i, "a login: letters, digits and single hyphens")
  .describe("A login.");
const repositoryName = z
  .string()
  .regex(/^(?!\.{1,2}$)[\w.-]{1,100}$/, "a name: letters, digits, `.`, `_` and `-`")
  .describe("The repository's name.");
const fullName = z
  .string()
  .regex(/^[^/]+\/[^/]+$/, "owner/name")
  .describe("owner/name.");
const person = z.strictObject({ login, name: z.string().optional().describe("The name shown.") });
const access = z.enum(["read", "write"]);
const permissions = z
  .record(z.string(), access)
  .describe("By the names of a workflow's permissions, with `_`: pull_requests: write.");
const someRepositories = z
  .union([z.literal("all"), z.array(fullName)])
  .describe("`all`, or a list of owner/name.");

const app = z.strictObject({
  slug: login.describe("As in slug[bot]."),
  name: z.string().optional().describe("Default: the slug."),
  owner: login.describe("Who owns the App."),
  "public-key": z
    .string()
    .optional()
    .describe("PEM (SPKI). Default: a key pair is made; `appKeys` holds its private half."),
  installations: z
    .array(
      z.strictObject({
        account: login.describe("On whose repositories it is installed."),
        permissions,
        repositories: someRepositories.default("all"),
      }),
    )
    .default([]),
});

const value = z.string().min(1).optional().describe("The token itself; default: made up.");
const token = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("user"),
    value,
    login: login.describe("Whose token it is."),
    permissions: permissions.optional().describe("Default: whatever the user may do."),
    repositories: someRepositories.default("all"),
  }),
  z.strictObject({
    kind: z.literal("installation"),
    value,
    app: login.describe("The App's slug."),
    account: login.describe("Where it is installed."),
    permissions: permissions.optional().describe("Default: what was granted."),
    repositories: someRepositories.default("all"),
  }),
  z.strictObject({
    kind: z.literal("job"),
    value,
    repository: fullName.describe("Whose workflow the job is of."),
    permissions,
  }),
]);

const filePath = z
  .string()
  .refine(isSafePath, "a path inside the repository, without `.`, `..` or `.git`");
const commit = z.strictObject({
  message: z.string().default("Change files"),
  author: login.optional().describe("Default: the owner."),
  files: z.record(filePath, z.string().nullable()).describe("Text by path; null deletes the file."),
});
const branch = z.strictObject({
  name: z.string().min(1).describe("The branch's name."),
  from: z
    .string()
    .optional()
    .describe(
      "The branch it begins at. Default: itself when it is there, else the default branch.",
    ),
  commits: z.array(commit).default([]),
});

const comment = z.strictObject({ author: login, body: z.string() });
const issue = z.strictObject({
  title: z.string(),
  body: z.string().nullable().default(null),
  author: login.optional().describe("Default: the owner."),
  labels: z.array(z.string()).default([]),
  comments: z.array(comment).default([]),
});
const pullRequest = issue.extend({
  head: z.string().min(1).describe("A branch, or owner:branch of a fork."),
  base: z.string().optional().describe("Default: the default branch."),
  draft: z.boolean().default(false),
});

const label = z.strictObject({
  name: z.string(),
  color: z
    .string()
    .regex(/^[\da-f]{6}$/i, "six hexadecimal digits")
    .default("ededed"),
  description: z.string().nullable().default(null),
});
const webhook = z.strictObject({
  url: z.url().describe("Where deliveries go."),
  secret: z.string().nullable().default(null).describe("What they are signed with."),
  events: z.array(z.string()).default(["*"]),
  active: z.boolean().default(true),
});

const repository = z.strictObject({
  owner: login,
  name: repositoryName,
  description: z.string().nullable().default(null),
  private: z.boolean().default(false),
  archived: z.boolean().default(false),
  language: z
    .string()
    .nullable()
    .default(null)
    .describe("What GitHub would make out of its files."),
  topics: z.array(z.string()).default([]),
  properties: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .default({})
    .describe("The organisation's own properties, by name."),
  "default-branch": z.string().min(1).optional().describe("Default: main, or that of the parent."),
  "fork-of": fullName.optional().describe("A repository further up; its branches are taken over."),
  collaborators: z
    .record(login, z.enum(["read", "triage", "write", "maintain", "admin"]))
    .default({})
    .describe("Roles by login. The owner is admin without being listed."),
  labels: z.array(label).default([]),
  branches: z.array(branch).default([]),
  "pull-requests": z.array(pullRequest).default([]).describe("Numbered from 1 in this order."),
  issues: z.array(issue).default([]).describe("Numbered after the pull requests."),
  webhooks: z.array(webhook).default([]),
});

const ms = z.number().min(0).max(3_600_000);
const status = z.int().min(400).max(599);
const message = z.string().optional();
const fault = z.strictObject({
  effect: z
    .discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("rate-limit"),
        status: z.union([z.literal(403), z.literal(429)]).default(429),
        "retry-after": z.int().min(0).nullable().default(null).describe("Seconds."),
      }),
      z.strictObject({ kind: z.literal("status"), status, message }),
      z.strictObject({ kind: z.literal("spoilt"), status, message }),
      z.strictObject({ kind: z.literal("slow"), ms }),
      z.strictObject({ kind: z.literal("cut") }),
      z.strictObject({ kind: z.literal("lost") }),
      z.strictObject({ kind: z.literal("burnt") }),
      z.strictObject({
        kind: z.literal("late"),
        looks: z.int().min(0).default(0),
        ms: ms.default(0),
      }),
    ])
    .describe("What goes wrong."),
  method: z.string().optional().describe("Default: any."),
  path: z
    .string()
    .optional()
    .refine(isPattern, "a regular expression")
    .describe("A regular expression on the path with its query. Default: any."),
  skip: z.int().min(0).default(0).describe("Requests that match and are let through first."),
  times: z.int().min(1).default(1).describe("How many times it strikes."),
});

/** What a sandbox holds when it starts. */
export const seedSchema = z.strictObject({
  users: z.array(person).default([]).describe("People."),
  organizations: z.array(person).default([]),
  apps: z.array(app).default([]).describe("GitHub Apps and where they are installed."),
  tokens: z.array(token).default([]).describe("Credentials known from the start."),
  repositories: z.array(repository).default([]),
  actions: z
    .strictObject({
      "earlier-attempts": z
        .enum(["visible", "hidden"])
        .default("visible")
        .describe("Whether jobs of a later attempt see the artifacts of earlier ones."),
    })
    .prefault({}),
  faults: z.array(fault).default([]).describe("What goes wrong, in this order."),
});

/** A seed as people write it. */
export type SeedInput = z.input<typeof seedSchema>;
/** The same with its defaults filled in. */
export type Seed = z.output<typeof seedSchema>;
export type RepositorySeed = Seed["repositories"][number];
export type BranchSeed = RepositorySeed["branches"][number];
export type AppSeed = Seed["apps"][number];
export type TokenSeed = Seed["tokens"][number];
export type FaultSeed = Seed["faults"][number];

function isPattern(text: string | undefined): boolean {
  if (text === undefined) return true;
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    path
      .split("/")
      .every((part) => !["", ".", ".."].includes(part) && part.toLowerCase() !== ".git")
  );
}
