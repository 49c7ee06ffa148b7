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
    // Whole programs run on real git and a real browser; on a busy machine that takes its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 120_000 } },
    // GitHub's language service imports JSON without import attributes, which plain Node refuses.
    server: { deps: { inline: [/@actions\//] } },
  },
});
