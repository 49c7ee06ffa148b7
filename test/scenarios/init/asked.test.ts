import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createRepository } from "../../support/repository.ts";
import { builtCli } from "../../support/run-cli.ts";

// `script` gives a program a terminal; its arguments differ outside of Linux.
const terminal = "/usr/bin/script";
const canHave = existsSync(terminal) && process.platform === "linux";

test.runIf(canHave).each([
  ["y", true],
  ["yes", true],
  ["n", false],
  ["", false],
])("in a terminal it asks; the answer %j decides", (answer, written) => {
  using repository = createRepository();
  const command = `'${process.execPath}' '${builtCli}' init --org acme`;
  const run = spawnSync(terminal, ["-qec", command, "/dev/null"], {
    cwd: repository.top,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: repository.top, TERM: "xterm", CI: "1" },
    input: `${answer}\n`,
    timeout: 120_000,
  });
  expect(run.stdout).toContain("[y/N]");
  expect(run.stdout).toContain("\u001b[32m+name: pr-review\u001b[39m");
  expect(run.status).toBe(0);
  expect(existsSync(join(repository.top, ".github/swarm.yml"))).toBe(written);
});
