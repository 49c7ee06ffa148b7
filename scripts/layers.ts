import type { IForbiddenRuleType } from "dependency-cruiser";

/** What each package may import of the others. A package that is not listed here is refused. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  display: ["core"],
  swarm: ["core"],
  review: ["core", "swarm"],
  git: ["core", "review"],
  processes: [],
  agents: ["core", "review", "processes"],
  report: ["core", "display", "review"],
  config: ["core", "swarm", "review", "agents"],
  artifacts: ["core"],
  "history-cache": ["core", "swarm"],
  fanout: ["core", "swarm", "artifacts", "processes"],
  tasks: ["core", "swarm", "review", "git", "agents", "config", "github"],
  dashboard: ["core", "display", "swarm"],
  telemetry: ["core", "swarm"],
  gate: ["core"],
  publication: ["core", "display", "review", "report", "gate"],
  github: ["core", "publication"],
  sandbox: ["core", "display"],
  "action-kit": ["core"],
  cli: [
    "core",
    "display",
    "swarm",
    "review",
    "git",
    "agents",
    "report",
    "config",
    "fanout",
    "tasks",
    "dashboard",
    "telemetry",
    "github",
    "sandbox",
  ],
};

/** Domains decide, given data: of Node they get nothing that reaches outside the process. */
const domains = "^packages/(swarm|review|gate|publication)/src/";
const pureNode = "^(node:)?(crypto|zlib|buffer)$";
const tests = "\\.test\\.ts$";

const packageRules = Object.entries(mayImport).map(([name, allowed]): IForbiddenRuleType => {
  const others = Object.keys(mayImport).filter(
    (other) => other !== name && !allowed.includes(other),
  );
  return {
    name: `${name}-may-not`,
    comment: `packages/${name} may import ${allowed.length === 0 ? "no other package" : allowed.join(", ")}.`,
    severity: "error",
    from: { path: `^packages/${name}/src/`, pathNot: tests },
    to: { path: [`^packages/(${others.join("|")})/`, "^actions/", "^scripts/", "^test/"] },
  };
});

export const layerRules: readonly IForbiddenRuleType[] = [
  ...packageRules,
  {
    name: "known-packages",
    comment: "Say in scripts/layers.ts what a new package may import.",
    severity: "error",
    from: { path: "^packages/", pathNot: `^packages/(${Object.keys(mayImport).join("|")})/` },
    to: {},
  },
  {
    name: "front-doors",
    comment: "Another package is imported by its name, never by a path into it.",
    severity: "error",
    from: { path: "^packages/([^/]+)/", pathNot: tests },
    to: { path: "^packages/", pathNot: ["^packages/$1/", "^packages/[^/]+/src/index\\.ts$"] },
  },
  {
    name: "pure-domains",
    comment:
      "A domain never touches disk, network, clock or processes; it declares a port instead.",
    severity: "error",
    from: { path: domains, pathNot: tests },
    to: { dependencyTypes: ["core"], pathNot: pureNode },
  },
  {
    name: "actions-stand-alone",
    comment: "An action never imports another; share through packages/action-kit.",
    severity: "error",
    from: { path: "^actions/([^/]+)/" },
    to: { path: "^actions/", pathNot: "^actions/$1/" },
  },
  {
    name: "octokit-in-github",
    comment: "Only packages/github talks to GitHub through Octokit.",
    severity: "error",
    from: { pathNot: "^(packages/github|packages/sandbox|test|scripts)/" },
    to: { path: "node_modules/(@octokit|octokit|@actions/github)/" },
  },
  {
    name: "toolkit-in-shells",
    comment: "Only packages/action-kit and an action's index.ts use @actions/core.",
    severity: "error",
    from: { pathNot: ["^packages/action-kit/", "^actions/.+/src/index\\.ts$", "^scripts/bench/"] },
    to: { path: "node_modules/@actions/core/" },
  },
  {
    name: "no-cycles",
    comment: "Move what both need into a file of its own.",
    severity: "error",
    from: {},
    to: { circular: true },
  },
  {
    name: "resolvable",
    comment: "The import leads nowhere, or its package is not declared.",
    severity: "error",
    from: { path: "^(packages|actions|scripts)/" },
    to: { couldNotResolve: true },
  },
];
