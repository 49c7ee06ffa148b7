import type { CrowdShape, Folk } from "./crowd.ts";

const honest = (count: number, accuracy: number): Folk => ({ how: "honest", count, accuracy });
const even = (labels: number): readonly number[] =>
  Array.from({ length: labels }, () => 1 / labels);

/** Of every kind of crowd that is known to go wrong, some; a few votes an item up to many. */
const shapes: readonly Omit<CrowdShape, "seed">[] = [
  { name: "five honest voters", items: 400, shares: even(2), folk: [honest(5, 0.75)] },
  { name: "three honest voters", items: 200, shares: even(2), folk: [honest(3, 0.8)] },
  {
    name: "two experts among weak voters",
    items: 400,
    shares: even(3),
    folk: [honest(2, 0.95), honest(5, 0.5)],
  },
  {
    name: "spammers and guessers",
    items: 400,
    shares: even(4),
    folk: [honest(5, 0.75), { how: "spammer", count: 3 }, { how: "guesser", count: 3 }],
  },
  {
    name: "adversaries",
    items: 400,
    shares: even(2),
    folk: [honest(6, 0.8), honest(3, 0.2)],
  },
  {
    name: "one label in ten",
    items: 500,
    shares: [0.9, 0.1],
    folk: [honest(4, 0.75), honest(2, 0.9), { how: "spammer", count: 1 }],
  },
  {
    name: "one label in twenty, five labels",
    items: 600,
    shares: [0.6, 0.2, 0.1, 0.05, 0.05],
    folk: [honest(6, 0.65), { how: "confused", count: 2, accuracy: 0.5 }],
  },
  {
    name: "few votes of many voters",
    items: 600,
    shares: even(3),
    votesPerItem: 3,
    folk: [honest(40, 0.7), { how: "guesser", count: 15 }, honest(5, 0.95)],
  },
  {
    name: "very few votes, five labels",
    items: 300,
    shares: even(5),
    votesPerItem: 4,
    folk: [honest(60, 0.6), { how: "spammer", count: 15 }],
  },
  {
    name: "confused about neighbours",
    items: 400,
    shares: even(4),
    folk: [{ how: "confused", count: 4, accuracy: 0.45 }, honest(4, 0.65)],
  },
  {
    name: "four clones of one provider",
    items: 300,
    shares: even(2),
    folk: [honest(4, 0.8), { how: "clone", count: 4, accuracy: 0.55, provider: "one" }],
  },
  {
    name: "seven clones against four",
    items: 300,
    shares: even(3),
    folk: [honest(4, 0.75), { how: "clone", count: 7, accuracy: 0.4, provider: "one" }],
  },
  { name: "fifty items", items: 50, shares: even(2), folk: [honest(7, 0.7)] },
  {
    name: "sixty items, five labels",
    items: 60,
    shares: even(5),
    folk: [honest(4, 0.6), honest(2, 0.85), { how: "spammer", count: 2 }],
  },
];

const seeds = [1, 2, 3];

/** All crowds on which ours is compared with others. */
export const crowdShapes: readonly CrowdShape[] = shapes.flatMap((shape, at) =>
  seeds.map((seed) => ({ ...shape, name: `${shape.name}, ${seed}`, seed: 1000 * at + seed })),
);
