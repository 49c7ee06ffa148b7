import { expect, test } from "vitest";
import { secretValues } from "./secret-values.ts";

const value = "0123456789abcdef";

test.each([
  "API_KEY",
  "OPENAI_API_KEY",
  "SIGNING_KEY",
  "NPM_TOKEN",
  "npm_config__authToken",
  "CLIENT_SECRET",
  "DB_PASSWORD",
  "REGISTRY_PASS",
  "GH_PAT",
])("%s holds a secret", (name) => {
  expect(secretValues({ [name]: value })).toEqual([value]);
});

test.each(["PATH", "GIT_AUTHOR_NAME", "KEYBOARD", "COMPASS", "PATTERN", "XAUTHORITY"])(
  "%s holds none",
  (name) => {
    expect(secretValues({ [name]: value })).toEqual([]);
  },
);

test("what is short, a path, or not set is no secret", () => {
  const variables = { A_KEY: "linux", SSH_AUTH_SOCK: "/tmp/agent.1", B_TOKEN: undefined };
  expect(secretValues(variables)).toEqual([]);
});

test("each header for telemetry is one, as it stands and as it is sent", () => {
  const headers = "authorization=Bearer%20abcdef,x-tenant=0123456789";
  expect(secretValues({ OTEL_EXPORTER_OTLP_HEADERS: headers })).toEqual([
    headers,
    "Bearer%20abcdef",
    "0123456789",
    "Bearer abcdef",
    "0123456789",
  ]);
});
