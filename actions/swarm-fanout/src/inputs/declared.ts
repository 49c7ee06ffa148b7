import {
  choice,
  countOrAuto,
  decimal,
  flag,
  list,
  secret,
  text,
  wholeNumber,
  word,
} from "@swarm-actions/action-kit";

// What knows more of sources, rules and topologies is loaded once it is needed.
const sources = ["files", "hunks", "repositories", "json", "command", "tests"] as const;
const topologies = ["auto", "flat", "hierarchical", "mesh", "adaptive"] as const;

const key = word(
  /^[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?$/,
  "must be 1 to 32 lower case letters, digits and dashes, with no dash at either end",
  "swarm",
);
const epoch = wholeNumber({ min: 0, max: 1000, default: 0 });
const config = text({ default: ".github/swarm.yml" });
const group = wholeNumber({ min: 0, max: 255 });

/** Every input of plan/action.yml, with the same defaults. */
export const planInputs = {
  token: secret(),
  key,
  source: choice(sources, "files"),
  select: text(),
  changed: flag(false),
  base: text(),
  head: text(),
  config,
  agents: list(),
  review: text(),
  workers: countOrAuto({ min: 1, max: 65_536 }),
  "max-workers": wholeNumber({ min: 1, max: 65_536, default: 20 }),
  "max-blocks": wholeNumber({ min: 1, max: 10_000, default: 200 }),
  "max-cost": decimal({ min: 0, max: 1_000_000 }),
  "max-minutes": decimal({ min: 0, max: 100_000 }),
  runner: text({ default: "ubuntu-latest" }),
  "runner-price": decimal({ min: 0, max: 1000 }),
  "waiting-cost": decimal({ min: 0, max: 1000, default: 0.5 }),
  mode: choice(["auto", "queue", "static"], "auto"),
  topology: choice(topologies, "auto"),
  "block-size": decimal({ min: 0, max: 1e15 }),
  "min-tasks": wholeNumber({ min: 0, max: 1_000_000, default: 1 }),
  groups: wholeNumber({ min: 1, max: 256 }),
  group,
  history: flag(true),
};

/** Every input of work/action.yml. */
export const workInputs = {
  token: secret(),
  key,
  worker: wholeNumber({ min: 0, max: 100_000 }),
  epoch,
  run: text(),
  per: choice(["task", "block"], "task"),
  "task-timeout": decimal({ min: 0.1, max: 86_400, default: 600 }),
  reports: text(),
  config,
  agents: list(),
  rounds: wholeNumber({ min: 1, max: 20, default: 1 }),
  "round-deadline": decimal({ min: 0, max: 21_600, default: 300 }),
  quorum: wholeNumber({ min: 1, max: 256 }),
  group,
};

/** Every input of collect/action.yml. */
export const collectInputs = {
  token: secret(),
  key,
  epoch,
  "rounds-left": wholeNumber({ min: 0, max: 100, default: 0 }),
  "min-coverage": decimal({ min: 0, max: 100, default: 100 }),
  consensus: text(),
  certainty: decimal({ min: 0, max: 1, default: 0.9 }),
  "fail-on-failed": flag(true),
  base: text(),
  head: text(),
  config,
  group,
  history: flag(true),
  "otlp-endpoint": text(),
};

const { groups: _groups, group: _group, ...wholePlan } = planInputs;
const { worker: _worker, epoch: _epoch, group: _workGroup, ...wholeWork } = workInputs;
const { epoch: _round, group: _lead, ...wholeCollect } = collectInputs;

/** Every input of the action that does all of it in one job. */
export const wholeInputs = {
  ...wholePlan,
  "max-workers": wholeNumber({ min: 1, max: 256, default: 4 }),
  ...wholeWork,
  ...wholeCollect,
  "rounds-left": wholeNumber({ min: 0, max: 100, default: 2 }),
};
