import { z } from "zod";
import { bounds } from "./bounds.ts";
import { voteSchema } from "./vote-schema.ts";

const count = z.int().min(0).max(bounds.count);
const instant = z.number().min(bounds.instant.least).max(bounds.instant.most);
const seconds = z.number().min(0).max(bounds.seconds);
const shortText = z.string().max(bounds.name);
const longText = z.string().max(bounds.text);

const usage = z.strictObject({
  requests: count,
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  costUsd: z.number().min(0).max(bounds.dollars).nullable(),
});

/** What was parsed from JSON is JSON; it only has to be there. */
const json = z.unknown().refine((value) => value !== undefined, "is missing");

/** One result; its output is any JSON. `isPlainResult` says the same, and quicker. */
export const resultSchema = z.strictObject({
  key: z.string().min(1).max(bounds.key),
  status: z.enum(["done", "failed"]),
  output: json,
  votes: z.array(voteSchema).max(bounds.votes),
  error: z.strictObject({ code: shortText, message: longText, fix: longText }).nullable(),
  startedAt: instant,
  seconds,
  usage: usage.nullable(),
});

/** How a provider answered a worker. */
export const healthSchema = z.strictObject({
  provider: shortText,
  asked: count,
  failed: count,
  breaker: z.enum(["closed", "open"]),
  reason: longText.nullable(),
  answeredAt: instant.optional(),
  failedAt: instant.optional(),
});

const span = z.strictObject({
  block: z.string().regex(/^w\d{1,9}-b\d{1,9}$/),
  tasks: count,
  startedAt: instant,
  endedAt: instant,
  how: z.enum(["own", "stolen", "speculative"]),
});

const report = z.strictObject({
  worker: count,
  epoch: count,
  attempt: count,
  startedAt: instant.optional(),
  readyAt: instant,
  at: instant,
  isDone: z.boolean(),
  offers: z.boolean().optional(),
  spans: z.array(span).max(100_000),
  claims: count,
  conflicts: count,
  steals: count,
  claimSeconds: z.array(seconds).max(100_000),
  providers: z.array(healthSchema).max(1_000),
});

/** A page whose results are still to be looked at one by one. */
export const pageSchema = z.strictObject({
  version: z.literal(1),
  plan: z.string().regex(/^[0-9a-f]{64}$/),
  page: count,
  results: z.array(z.unknown()).max(1_000_000),
  report,
  audit: z.array(z.string().max(16_384)).max(2_000_000).optional(),
});
