import { expect, test } from "vitest";
import { judgeUpload } from "./judge-upload.ts";

const creating = "Failed to CreateArtifact: ";
const conflict =
  "Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run";

test.each([
  [`${creating}${conflict}`, "taken"],
  [
    `${creating}Failed to make request after 5 attempts: Failed request: (503) Service Unavailable`,
    "unknown",
  ],
  [
    `${creating}Failed to make request after 5 attempts: Failed request: (429) Too Many Requests`,
    "unknown",
  ],
  [`${creating}Unable to make request: ECONNRESET`, "unknown"],
  ["CreateArtifact: response from backend was not ok", "unknown"],
  [
    "Failed to FinalizeArtifact: Received non-retryable error: Failed request: (409) Conflict",
    "burnt",
  ],
  ["Failed to FinalizeArtifact: Unable to make request: ECONNREFUSED", "burnt"],
  ["FinalizeArtifact: response from backend was not ok", "burnt"],
  ["Upload progress stalled.", "burnt"],
])("%s: %s", (message, kind) => {
  expect(judgeUpload(new Error(message))).toEqual({ kind, why: message });
});

test.each([
  `${creating}Unable to make request: ECONNREFUSED`,
  `${creating}Received non-retryable error: Failed request: (403) Forbidden`,
  `${creating}Artifact storage quota has been hit. Unable to upload any new artifacts.`,
  "Unable to get the ACTIONS_RUNTIME_TOKEN env variable",
  "Failed to get backend IDs: The provided JWT token is invalid and/or missing claims",
  "The artifact name is not valid: a/b",
  "@actions/artifact v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES.",
])("nothing was done: %s", (message) => {
  expect(() => judgeUpload(new Error(message))).toThrow(
    expect.objectContaining({ code: "artifacts/unavailable" }),
  );
});
