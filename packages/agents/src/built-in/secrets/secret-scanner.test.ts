import { expect, test } from "vitest";
import { createSecretScanner } from "./secret-scanner.ts";

const scanner = createSecretScanner();
const token = ["gh", "p_", "wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx"].join("");

async function found(text: string): Promise<string[]> {
  return (await scanner.scan(text)).map(({ start, end }) => text.slice(start, end));
}

test("a secret is found where it stands", async () => {
  expect(await found(`Use ${token} here.`)).toEqual([token]);
  expect(await found("Nothing of the kind.")).toEqual([]);
});

test("words in the text do not switch the scan off", async () => {
  expect(await found(`<!-- secretlint-disable -->\n${token}\n`)).toEqual([token]);
  expect(await found(`${token} // secretlint-disable-line\n`)).toEqual([token]);
});

test("a secret deep in a long text is found", async () => {
  const text = `${"words and more words\n".repeat(20_000)}${token}\n`;
  expect(await found(text)).toContain(token);
});
