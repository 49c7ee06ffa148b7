import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "actions/*/src/**/*.test.ts",
      "scripts/**/*.test.ts",
      "test/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/dist/**", "test/fixtures/**"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's language service imports JSON without import attributes, which plain Node refuses.
    server: { deps: { inline: [/@actions\//] } },
  },
});
