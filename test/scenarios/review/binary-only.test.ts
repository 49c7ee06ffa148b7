import { expect, test } from "vitest";
import { changedRepository, reviewJson } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

const bytes = (seed: number): Buffer =>
  Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * seed) % 256));

test("a change of binaries alone is named in the coverage, and nothing is invented", async () => {
  using repository = changedRepository(
    { "logo.png": bytes(7), "old.bin": bytes(3) },
    { "logo.png": bytes(11), "new.bin": bytes(5), "old.bin": null },
  );
  const { code, report } = await reviewJson(repository.top);
  expect(code).toBe(0);
  expect(report).toMatchObject({ outcome: "clean", findings: [] });
  expect(report.reasons).toMatchObject([{ code: "nothing-to-review" }]);
  expect(report.coverage).toMatchObject({ reviewed: 0, excluded: 3, missed: 0 });
  for (const entry of report.coverage.entries) {
    expect(entry).toMatchObject({
      hunk: null,
      status: "excluded",
      reason: expect.stringContaining("binary"),
    });
  }
});

test("a large new binary is still seen", async () => {
  using repository = changedRepository({}, { "dump.bin": Buffer.alloc(6_000_000, "\0x") });
  const run = await runCli(["review", "-C", repository.top]);
  expect(run.stdout).toContain("leftovers/large-binary");
  expect(run.stdout).toContain("dump.bin");
});
