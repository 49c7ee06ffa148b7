import { expect, test } from "vitest";
import { harmlessVariables, readEnvironment } from "./environment.ts";

const token = ["gh", "s_", "a".repeat(36)].join("");

test("what GitHub says of the run is read once, with its defaults", () => {
  expect(readEnvironment({ GITHUB_REPOSITORY: "octo/app", GITHUB_WORKSPACE: "/w" })).toMatchObject({
    owner: "octo",
    repository: "app",
    apiUrl: "https://api.github.com",
    graphqlUrl: "https://api.github.com/graphql",
    serverUrl: "https://github.com",
    eventPath: null,
    runAttempt: 1,
  });
});

test("a server of one's own", () => {
  const variables = { GITHUB_REPOSITORY: "o/r", GITHUB_API_URL: "http://127.0.0.1:8/" };
  expect(readEnvironment(variables).apiUrl).toBe("http://127.0.0.1:8");
});

test.each([undefined, "", "octo", "octo/app/x", "octo/../x", "octo/a b"])(
  "%j names no repository",
  (name) => {
    expect(() => readEnvironment({ GITHUB_REPOSITORY: name })).toThrow(
      /does not name a repository/,
    );
  },
);

test("programs see neither tokens nor the runner's command files", () => {
  const variables = {
    PATH: "/bin",
    OPENAI_API_KEY: "for the model",
    GITHUB_TOKEN: token,
    "INPUT_FAIL-ON": "high",
    ACTIONS_RUNTIME_TOKEN: "x",
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://x",
    GITHUB_ENV: "/files/env",
    GITHUB_OUTPUT: "/files/output",
    GITHUB_SHA: "abc",
    MY_COPY: `bearer ${token}`,
  };
  expect({ ...harmlessVariables(variables, [token]) }).toEqual({
    PATH: "/bin",
    OPENAI_API_KEY: "for the model",
    GITHUB_SHA: "abc",
  });
});
