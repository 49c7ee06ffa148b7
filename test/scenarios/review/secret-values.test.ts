import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestRepository } from "../../support/repository.ts";
import { changedRepository, configured } from "../../support/review-scenario.ts";
import { runCli } from "../../support/run-cli.ts";

// Put together at run time, so that no scanner finds a secret in the project itself.
const values = {
  github: ["gh", "p_", "Zk3vQ8mXw1RtYp7LsBn2AdU5Hj9KcE0fGqWz"].join(""),
  slack: ["xox", "b-", "249152184", "7231-", "8492016357", "4829-", "Qw9ZkT3mVx7LpRn2"].join(""),
  mail: ["SG", "Zk3vQ8mXw1RtYp7LsBn2Ad", "u5Hj9KcE0fGqWz4TxVbN6MoIrSy3PlDa8UeJh1kCgQw"].join("."),
  password: ["h4rd", "T0", "Gu3ss9x"].join(""),
};
const second = ["gh", "p_", "Lm5NoP9qRs2TuV7wXy4Za1Bc6De8Fg3Hi0Jk"].join("");
const old = ["gh", "p_", "Qw2Er4Ty6Ui8Op0As1Df3Gh5Jk7Lz9XcVbNm"].join("");
const accountKey = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7Rt5VwXy2Kp9L";
const privateKeyBody = "MIIEowIBAAKCAQEAvZ0kT3mVx7LpRn2QwZ9kT3mVx7LpRn2Qw9ZkT3mVx7LpRn2Q";
const privateKey = [
  "-----BEGIN RSA ",
  `PRIVATE KEY-----\n${`${privateKeyBody}\n`.repeat(20)}-----END RSA `,
  "PRIVATE KEY-----\n",
].join("");

const account = {
  type: "service_account",
  project_id: "shop-4711",
  private_key_id: "3f9c2b7a61d04e58b1c7a9d2e6f08143c5ba7d19",
  private_key: `-----BEGIN ${"PRIVATE"} KEY-----\n${`${accountKey}\n`.repeat(12)}-----END ${"PRIVATE"} KEY-----\n`,
  client_email: "ci@shop-4711.iam.gserviceaccount.com",
  client_id: "104857600112233445566",
  token_uri: "https://oauth2.googleapis.com/token",
};

// A linter that repeats what it sees must not undo what the secrets reviewer hides.
const parrot = `
let text = "";
for await (const chunk of process.stdin) text += chunk;
const findings = JSON.parse(text).files.flatMap(({ path, hunks }) =>
  hunks.flatMap(({ lines }) => lines.filter(({ kind }) => kind === "added").map((line) => ({
    path, startLine: line.newLine, severity: "high", category: "security", rule: "seen",
    message: "I saw " + line.text, suggestion: "// was " + line.text,
  }))));
console.log(JSON.stringify({ findings: findings.slice(0, 20) }));
`;
const before = {
  "tools/parrot.mjs": parrot,
  "src/mail.ts": `export const old = "${old}";\n`,
  ...configured({
    agents: { parrot: { type: "command", run: [process.execPath, "tools/parrot.mjs"] } },
  }),
};
const after = {
  "src/git.ts": `const before = 1;\nexport const hub = login("${values.github}", "${second}");\ndebugger;\n`,
  "src/mail.ts": `export const old = "${old}";\nexport const key = "${values.mail}"; debugger;\n`,
  "src/chat.py": `token = "${values.slack}"\nbreakpoint()\n`,
  "src/db.ts": `export const url = "postgres://admin:${values.password}@db.internal:5432/shop";\n`,
  "deploy/id_rsa": privateKey,
  "deploy/account.json": JSON.stringify(account, null, 2),
};

let repository: TestRepository;
beforeAll(() => {
  repository = changedRepository(before, after);
});
afterAll(() => repository[Symbol.dispose]());

describe.each(["text", "json", "markdown", "sarif", "html"])("as %s", (format) => {
  test("the secrets are reported, and no part of a value is printed", async () => {
    const run = await runCli(["review", "-C", repository.top, "--format", format]);
    expect(run.code).toBe(1);
    const said = `${run.stdout}${run.stderr}`;
    for (const kind of [
      "github",
      "slack",
      "sendgrid",
      "privatekey",
      "gcp",
      "database-connection-string",
    ]) {
      expect(said, kind).toContain(`secrets/${kind}`);
    }
    expect(said).toContain("parrot/seen");
    for (const [kind, value] of Object.entries({
      ...values,
      second,
      old,
      privateKeyBody,
      accountKey,
    })) {
      for (const part of partsOf(value))
        expect(said.includes(part), `${kind} is shown`).toBe(false);
    }
  });
});

/** Every stretch of a value that is long enough to be of use: 10 characters, without the known prefix. */
function partsOf(value: string): string[] {
  const length = Math.min(10, value.length);
  const last = value.length - length;
  return Array.from({ length: last + 1 }, (_, at) => value.slice(at, at + length));
}
