import type { CodedErrorOptions } from "@swarm-actions/core";
import type { AnswerParts } from "./answer-parts.ts";
import { GitHubError } from "./github-error.ts";
import { permissionFix } from "./permission-fix.ts";

type Meaning = Pick<CodedErrorOptions, "fix"> & { readonly code: `github/${string}` };

/** What to do about each answer of refusal; anything else is reported as it is. */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  [
    401,
    {
      code: "github/unauthorized",
      fix: "Pass a token that is valid here and has not expired, for example the job's own `github.token`.",
    },
  ],
  [
    404,
    {
      code: "github/not-found",
      fix: "Check the name and number, and that the token may see the repository: GitHub says 404 for what a token must not know of.",
    },
  ],
  [
    406,
    {
      code: "github/not-acceptable",
      fix: "It is too large for this form; use a checkout of the repository instead.",
    },
  ],
  [
    409,
    {
      code: "github/conflict",
      fix: "Something changed meanwhile: run again.",
    },
  ],
  [
    410,
    {
      code: "github/gone",
      fix: "The feature is switched off in the repository's settings, or the thing was deleted.",
    },
  ],
  [
    422,
    {
      code: "github/invalid",
      fix: "GitHub does not take these values; the message says which. If nothing about them is odd, please report it.",
    },
  ],
  [
    451,
    {
      code: "github/unavailable-for-legal-reasons",
      fix: "GitHub has blocked this repository; nothing can be done here.",
    },
  ],
]);

/** An answer that repeating would not change. @param place route and target */
export function refusalError(answer: AnswerParts, place: string): GitHubError {
  const message = [answer.message || `HTTP ${answer.status}`, ...answer.details].join("; ");
  const { code, fix } = answer.status === 403 ? forbidden(answer) : meaningOf(answer.status);
  return new GitHubError(code, message, { fix, place, status: answer.status });
}

function meaningOf(status: number): Meaning {
  return (
    meanings.get(status) ?? {
      code: "github/refused",
      fix: `GitHub answered with HTTP ${status}; its documentation of this request says more.`,
    }
  );
}

function forbidden({ message, headers }: AnswerParts): Meaning {
  if (/not accessible by|must have (admin|push|write)/i.test(message)) {
    const fix = permissionFix(headers["x-accepted-github-permissions"]);
    return { code: "github/missing-permission", fix };
  }
  if (/authenticate via a GitHub App/i.test(message)) {
    const fix =
      "GitHub takes checks from Apps alone: use the job's own `github.token`, or an App's, rather than a person's.";
    return { code: "github/needs-app", fix };
  }
  if (/\bSAML\b/i.test(message)) {
    return {
      code: "github/sso",
      fix: "Authorise the token for the organisation's single sign-on.",
    };
  }
  if (/archived/i.test(message)) {
    return {
      code: "github/archived",
      fix: "Unarchive the repository; nothing can be written to it.",
    };
  }
  return {
    code: "github/forbidden",
    fix: permissionFix(headers["x-accepted-github-permissions"]),
  };
}
