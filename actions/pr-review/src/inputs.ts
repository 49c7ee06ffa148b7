import {
  choice,
  flag,
  identifier,
  type Kit,
  optionalChoice,
  secret,
  text,
  wholeNumber,
} from "@swarm-actions/action-kit";

const modes = ["auto", "review", "analyze", "publish", "command"] as const;

// The names of severities, without loading what knows more of them before the first request.
const severities = ["critical", "high", "medium", "low", "info", "never"] as const;

/** Every input of action.yml, with the same defaults. */
export const declaredInputs = {
  token: secret(),
  mode: choice(modes, "auto"),
  config: text({ default: ".github/swarm.yml" }),
  "fail-on": optionalChoice(severities),
  "pull-request": wholeNumber({ min: 1, max: 2 ** 31 - 1 }),
  key: identifier("pr-review"),
  artifact: identifier("pr-review"),
  swarm: choice(["auto", "off"], "auto"),
  "swarm-artifact": text(),
  "dry-run": flag(false),
};

/** What the workflow asks for. */
export interface ReviewInputs {
  readonly token: string;
  readonly mode: (typeof modes)[number];
  readonly configPath: string;
  /** Null: what the settings say. */
  readonly failOn: (typeof severities)[number] | null;
  readonly pullRequest: number | null;
  readonly key: string;
  readonly artifact: string;
  /** The artifact of this run in which a swarm left its answers; null: none is looked for. */
  readonly swarmArtifact: string | null;
  readonly dryRun: boolean;
}

/** @throws CodedError `action/invalid-input` */
export function readInputs(kit: Kit): ReviewInputs {
  const given = kit.inputs(declaredInputs);
  return {
    token: given.token,
    mode: given.mode,
    configPath: given.config ?? declaredInputs.config.default,
    failOn: given["fail-on"],
    pullRequest: given["pull-request"],
    key: given.key,
    artifact: given.artifact,
    swarmArtifact: given.swarm === "off" ? null : given["swarm-artifact"],
    dryRun: given["dry-run"],
  };
}
