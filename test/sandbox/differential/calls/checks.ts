import { step } from "../steps.ts";

const sha = "{refs/main:object.sha}";
const as = "installation";

export const checkSteps = [
  step("app/get", "GET /app", { as: "app" }),
  step("app/get-as-ada", "GET /app"),
  step("app/installations", "GET /app/installations", { as: "app" }),
  step("app/installation", "GET /app/installations/{installation}", { as: "app" }),
  step("app/missing", "GET /app/installations/999999", { as: "app" }),
  step("app/of-repository", "GET ~/installation", { as: "app" }),
  step("app/token", "POST /app/installations/{installation}/access_tokens", { as: "app" }),
  step("app/token-for-less", "POST /app/installations/{installation}/access_tokens", {
    as: "app",
    body: { permissions: { checks: "read" } },
  }),
  step("app/token-for-more", "POST /app/installations/{installation}/access_tokens", {
    as: "app",
    body: { permissions: { administration: "write" } },
  }),
  step("app/repositories", "GET /installation/repositories", { as }),
  step("app/not-granted", "POST ~/git/refs", {
    as,
    body: { ref: "refs/heads/by-app", sha },
  }),
  step("checks/create", "POST ~/check-runs", { as, body: { name: "lint", head_sha: sha } }),
  step("checks/without-name", "POST ~/check-runs", { as, body: { head_sha: sha } }),
  step("checks/by-ada", "POST ~/check-runs", { body: { name: "lint", head_sha: sha } }),
  step("checks/finish", "PATCH ~/check-runs/{checks/create:id}", {
    as,
    body: {
      status: "completed",
      conclusion: "failure",
      output: {
        title: "One finding",
        summary: "Look.",
        annotations: [
          {
            path: "src/a.js",
            start_line: 1,
            end_line: 1,
            annotation_level: "warning",
            message: "Hm.",
          },
        ],
      },
    },
  }),
  step("checks/get", "GET ~/check-runs/{checks/create:id}", { as }),
  step("checks/annotations", "GET ~/check-runs/{checks/create:id}/annotations", { as }),
  step("checks/of-commit", `GET ~/commits/${sha}/check-runs`, { as }),
  step("checks/suites", `GET ~/commits/${sha}/check-suites`, { as }),
  step("checks/suite", "GET ~/check-suites/{checks/create:check_suite.id}", { as }),
  step("checks/missing", "GET ~/check-runs/999999", { as }),
];
