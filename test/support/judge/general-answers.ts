import type { Exchange } from "@swarm-actions/sandbox";
import { closedSchema } from "./rewrite-schema.ts";

interface GeneralAnswer {
  readonly status: number;
  /** Where GitHub says so, as the description of an operation leaves it out. */
  readonly reason: string;
  readonly applies: (exchange: Exchange) => boolean;
  /** The schema of its body; null: it has none. */
  readonly schema: string | null;
}

const error = closedSchema("basic-error");
const always = () => true;

function isConditional({ requestHeaders }: Exchange): boolean {
  return "if-none-match" in requestHeaders || "if-modified-since" in requestHeaders;
}

/** Answers that any operation may give. GitHub documents them once for all rather than with each. */
export const generalAnswers: readonly GeneralAnswer[] = [
  {
    status: 304,
    reason: "Best practices: a conditional request is answered so when nothing changed.",
    applies: isConditional,
    schema: null,
  },
  {
    status: 400,
    reason: "Troubleshooting: a body that is no JSON object.",
    applies: ({ method }) => method !== "GET" && method !== "HEAD",
    schema: error,
  },
  {
    status: 401,
    reason: "Authenticating: credentials that are wrong or expired.",
    applies: always,
    schema: error,
  },
  {
    status: 403,
    reason: "Troubleshooting: a resource that is not accessible, and rate limits.",
    applies: always,
    schema: error,
  },
  {
    status: 404,
    reason: "Troubleshooting: a private resource answers 404 rather than 403.",
    applies: always,
    schema: error,
  },
  { status: 429, reason: "Rate limits: exceeded.", applies: always, schema: error },
];
