import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { type CliProcess, runCli, startCli } from "../../support/run-cli.ts";

const run = promisify(execFile);

test("a local GitHub is there until Ctrl-C, and nothing is left of it", async () => {
  const directory = scratch();
  const sandbox = startCli(["sandbox"], { environment: { TMPDIR: directory }, timeoutMs: 240_000 });
  const shown = await shownBy(sandbox);
  const url = /listens on (\S+)/.exec(shown)?.[1] ?? "";
  const token = /export GITHUB_TOKEN=(\S+)/.exec(shown)?.[1] ?? "";
  const headers = { authorization: `Bearer ${token}` };

  const rest = await fetch(`${url}/repos/acme/shop/pulls/1`, { headers });
  expect(await rest.json()).toMatchObject({ number: 1, state: "open", user: { login: "linus" } });
  const query = '{ repository(owner: "acme", name: "shop") { pullRequest(number: 1) { title } } }';
  const body = JSON.stringify({ query });
  const graphql = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  expect(await graphql.json()).toEqual({
    data: { repository: { pullRequest: { title: "Take discounts" } } },
  });
  const clone = join(scratch(), "shop");
  await run("git", ["clone", "--quiet", `${url}/acme/shop.git`, clone], { timeout: 120_000 });
  expect(readdirSync(clone).sort()).toEqual([".git", "README.md", "src"]);

  expect(readdirSync(directory)).toHaveLength(1);
  sandbox.child.kill("SIGINT");
  const { code, stderr } = await sandbox.ended;
  expect(code).toBe(0);
  const [first, second, ...others] = stderr.trimEnd().split("\n");
  expect(first).toMatch(/^\d\d:\d\d:\d\d 200 GET \/repos\/acme\/shop\/pulls\/1$/);
  expect(second).toMatch(/^\d\d:\d\d:\d\d 200 POST \/graphql$/);
  expect(others[0]).toMatch(/ 200 GET \/acme\/shop\.git\/info\/refs\?service=git-upload-pack$/);
  expect(readdirSync(directory)).toEqual([]);
});

test("a seed says what it holds, and where its Apps' keys are", async () => {
  const directory = scratch();
  const seed = [
    "users: [{ login: ada }]",
    "apps: [{ slug: reviewer, owner: ada }]",
    "tokens: [{ kind: user, login: ada, value: of-ada }]",
    "repositories: [{ owner: ada, name: notes, private: true }]",
  ];
  writeFileSync(join(directory, "seed.yml"), seed.join("\n"));
  const sandbox = startCli(["sandbox", "--seed", "seed.yml"], { cwd: directory });
  const shown = await shownBy(sandbox);
  sandbox.child.kill("SIGTERM");
  expect((await sandbox.ended).code).toBe(0);
  expect(shown).toMatch(
    /^ {2}http:\/\/127\.0\.0\.1:\d+\/ada\/notes\.git {2}private, 0 pull requests$/m,
  );
  expect(shown).toMatch(/^ {2}of-ada {2}user ada$/m);
  expect(shown).toMatch(/^ {2}reviewer {2}id \d+ {2}private key \S+reviewer\.pem$/m);
});

test.each([
  [
    "repositories:\n  - { owner: a, name: x, privat: true }\n",
    'bad.yml:2:26: unknown key "privat"',
    'Write "private"',
  ],
  ["repositories: [{ owner: ada, name: x }]\n", "there is no user ada", "Declare the user"],
  ["users: 5\n", "bad.yml:1:8: users: ", "sandbox --help"],
])(
  "a seed that cannot be is refused with the place and the fix: %j",
  async (text, message, fix) => {
    const directory = scratch();
    writeFileSync(join(directory, "bad.yml"), text);
    const { code, stdout, stderr } = await runCli(["sandbox", "--seed", "bad.yml"], {
      cwd: directory,
    });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(new RegExp(`fix: .*${fix}`));
  },
);

test("a port that is none is refused", async () => {
  const { code, stderr } = await runCli(["sandbox", "--port", "70000"]);
  expect(code).toBe(2);
  expect(stderr).toContain("Pass a number from 0 to 65535.");
});

/** What it shows once it listens. */
function shownBy({ child, ended }: CliProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes("Ctrl-C")) resolve(text);
  });
  ended.then(({ stderr }) => reject(new Error(stderr)), reject);
  return promise;
}

function scratch(): string {
  const directory = mkdtempSync(join(tmpdir(), "swarm-scratch-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
