import { type Durations, type Suite, suiteOf } from "./suite.ts";

/** Draws numbers 0–1. */
type Random = () => number;

const size = { tasks: 600, seconds: 3_000 };

/** Families of heavy-tailed work, each with a history that errs by about a quarter. */
export function generatedSuites(): Suite[] {
  return [
    family("log-normal", (random) => Math.exp(1.2 * normal(random))),
    family("pareto", (random) => Math.min(60, (1 - random()) ** (-1 / 1.5))),
    family("bimodal", (random) => (random() < 0.1 ? 20 : 1) * Math.exp(0.4 * normal(random))),
    family("half new", (random) => Math.exp(normal(random)), { unseen: 0.5 }),
    family("stale", (random) => Math.exp(normal(random)), { error: 0.8 }),
  ];
}

/** So many log-normal tasks that last so long together. */
export function logNormalSuite(tasks: number, seconds: number): Suite {
  return family("log-normal", (random) => Math.exp(normal(random)), {}, { tasks, seconds });
}

interface Trouble {
  /** Share of tasks that the history does not know. */
  readonly unseen?: number;
  /** Spread of the logarithm of what the history says over what happens. */
  readonly error?: number;
}

function family(
  name: string,
  draw: (random: Random) => number,
  trouble: Trouble = {},
  { tasks, seconds } = size,
): Suite {
  const random = randomOf(name.length * 7919);
  const { unseen = 0, error = 0.25 } = trouble;
  const drawn = Array.from({ length: tasks }, () => draw(random));
  const scale = seconds / drawn.reduce((sum, each) => sum + each, 0);
  const actual: Durations = new Map(drawn.map((each, at) => [`task-${at}`, each * scale]));
  const history = [...actual]
    .filter(() => random() >= unseen)
    .map(([key, each]) => [key, each * Math.exp(error * normal(random))] as const);
  return suiteOf(name, new Map(history), actual);
}

/** A congruential generator; only the same numbers each time are asked of it. */
function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
